import { RETURN_REASONS } from '../../../src/domain/accounts/payment';
import {
  fromRateLine,
  fromReturnLine,
  toRateLine,
  toReturnLine,
} from '../../../src/domain/entitlement/proofLines';

describe('lines of a proof', () => {
  it('are read as they were written', () => {
    const rate = { expenseId: '12', rate: { currency: 'USD', rate: '0.9215', from: '2026-01-01' } };
    expect(toRateLine(rate)).toBe('expense 12: USD at 0.9215 from 2026-01-01');
    expect(fromRateLine(toRateLine(rate))).toEqual(rate);
    for (const why of RETURN_REASONS) {
      expect(fromReturnLine(toReturnLine({ paymentId: 'return/7', why }))).toEqual({
        paymentId: 'return/7',
        why,
      });
    }
  });

  it.each(['', 'expense 12', 'payment 12: stolen', 'payment : refund', 'expense 12: USD at 0.9215'])(
    'are nothing when they are something else: %p',
    (line) => {
      expect([fromRateLine(line), fromReturnLine(line)]).toEqual([undefined, undefined]);
    },
  );
});
