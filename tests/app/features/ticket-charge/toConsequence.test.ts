import { toConsequence } from '../../../../src/app/features/ticket-charge/toConsequence';
import type { CreditsView } from '../../../../src/contract/creditsView';
import { CREDIT_STATES } from '../../../../src/domain/tickets/creditState';
import { buildRefundRules, buildView } from '../../buildView';
import { speak } from '../../speak';

const free = { line: 'sales', creditState: 'free', reason: 'client_care' } as const;
const balance = (availableCredits: number) => ({ ...buildView().balance!, availableCredits });

function tell(handOver: CreditsView['handOver'], availableCredits = 3, locale = 'en') {
  const view = buildView({ ticket: free, handOver, balance: balance(availableCredits) });
  return toConsequence({ kind: 'hand_over' }, view, speak(locale));
}

describe('what an agent is told before confirming', () => {
  it('says what handing over will cost', () => {
    const debited = { creditState: 'debited', reason: 'charged' } as const;
    expect(tell(debited)).toBe("This takes 1 of the client's 3 credits.");
    expect(tell(debited, 1)).toBe("This takes the client's last credit.");
    expect(tell(debited, 0)).toBe('The client has no credits left: 1 credit is taken in advance.');
    expect(tell(debited, 5, 'ru')).toBe('Спишется 1 из 5 обращений клиента.');
    expect(tell(debited, 21, 'ru')).toBe('Спишется 1 из 21 обращения клиента.');
    expect(tell({ creditState: 'waived', reason: 'partner' })).toBe('It costs nothing: partner.');
    expect(tell(null)).toBe('It takes 1 credit, unless the client is a partner.');
  });

  it('says what happens without credits', () => {
    expect(tell({ creditState: 'held', reason: 'no_credits' }, 0)).toMatch(/told how to buy.*by itself/);
    expect(tell({ creditState: 'held', reason: 'ambiguous_client' })).toMatch(/^The ticket is held: several/);
  });

  it.each(['en', 'ru'])('has a sentence for every state (%s)', (locale) => {
    for (const creditState of CREDIT_STATES) {
      expect(tell({ creditState, reason: 'agent' }, 2, locale)).not.toMatch(/cost\.|\{\{|undefined/);
    }
  });

  it('does not threaten with a second credit for a problem that is paid', () => {
    const view = buildView({ ticket: { line: 'sales' }, handOver: null });
    expect(toConsequence({ kind: 'hand_over' }, view, speak('en'))).toMatch(/^It costs nothing more/);
  });

  it('says that a colleague has to approve', () => {
    const [rule] = buildRefundRules(['goodwill']);
    const view = buildView({ refundRules: [{ ...rule!, freePerDay: 0 }] });
    const asking = { kind: 'refund', reason: 'goodwill' } as const;
    expect(toConsequence(asking, view, speak('en'))).toBe('Goodwill. A colleague has to approve.');
  });
});
