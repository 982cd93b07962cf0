import { toEntryWords } from '../../../../src/app/features/history/toEntryWords';
import { speak } from '../../speak';
import { entryViewSchema } from '../../../../src/contract/entryView';
import { buildView } from '../../buildView';

const [entry] = buildView().entries;
const t = speak('en').t;

describe('toEntryWords', () => {
  it.each([
    ['grant', 'spend', 'Earned by spending'],
    ['grant', 'pack', 'Pack bought'],
    ['waiver', 'partner', 'Waived: partner'],
    ['waiver', 'agent', 'Waived by an agent'],
    ['refund', 'software_defect', 'Returned: defect in our software'],
    ['debit', '', 'Debited'],
    ['clawback', 'payment', 'Withdrawn: payment refunded'],
  ] as const)('says a %s of %s', (kind, reason, words) => {
    expect(toEntryWords({ ...entry!, kind, reason }, t)).toBe(words);
  });

  it('names the kind alone when it does not know the reason', () => {
    const words = entryViewSchema.shape.kind.options.map((kind) =>
      toEntryWords({ ...entry!, kind, reason: 'of tomorrow' }, t),
    );
    expect(words).toEqual([
      'Granted',
      'Debited',
      'Waived',
      'Returned',
      'Expired',
      'Withdrawn: payment refunded',
      'Adjustment',
    ]);
  });
});
