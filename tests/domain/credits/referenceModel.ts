/** A lot; `holders` says of each single credit who has it: an entry, the end of the lot, or nobody. */
type Lot = {
  key: string;
  isEarned: boolean;
  isPaid: boolean;
  from: string;
  until: string;
  holders: string[];
};

/** The end of a lot that never ends. */
export const NEVER = '9999';
const [NOBODY, THE_END] = ['nobody', 'the end'];

/**
 * What an account holds, thought of in another way than the code does: every single credit is a thing of its own that
 * somebody has. The random walk holds the two equal.
 */
export function buildReferenceModel() {
  const lots: Lot[] = [];
  let owed: string[] = [];
  const countFree = (lot: Lot) => lot.holders.filter((holder) => holder === NOBODY).length;
  const isUsable = (lot: Lot, now: string) => countFree(lot) > 0 && lot.from <= now && now < lot.until;
  const rankOf = (lot: Lot) => [lot.until, lot.isPaid ? 'paid' : 'free', lot.from, lot.key].join(' ');
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const pass = (lot: Lot, from: string, to: string) => {
    lot.holders = lot.holders.map((holder) => (holder === from ? to : holder));
  };
  return {
    grant(lot: Omit<Lot, 'holders'>, credits: number) {
      lots.push({ ...lot, holders: Array.from({ length: credits }, () => owed.shift() ?? NOBODY) });
    },
    expire(now: string) {
      for (const lot of lots.filter(({ until }) => until <= now)) pass(lot, NOBODY, THE_END);
    },
    take(by: string, credits: number, now: string, isFit: (lot: Lot) => boolean = () => true) {
      for (let taken = 0; taken < credits; taken += 1) {
        const usable = lots.filter((lot) => isUsable(lot, now) && isFit(lot));
        const first = usable.find((lot) => usable.every((other) => rankOf(lot) <= rankOf(other)));
        if (first === undefined) owed.push(by);
        else first.holders[first.holders.indexOf(NOBODY)] = by;
      }
    },
    giveBack(by: string, now: string, graceMs: number) {
      for (const lot of lots.filter(({ holders }) => holders.includes(by))) {
        if (countFree(lot) === 0 && lot.until !== NEVER) {
          const ends = [Date.parse(lot.until) + 1, lot.until <= now ? Date.parse(now) + graceMs : 0];
          lot.until = new Date(Math.max(...ends)).toISOString();
        }
        pass(lot, by, NOBODY);
      }
      owed = owed.filter((debtor) => debtor !== by);
    },
    countSpendable: (now: string) =>
      sum(lots.filter((lot) => isUsable(lot, now)).map(countFree)) - owed.length,
    countBalance: () => sum(lots.map(countFree)) - owed.length,
    listLots: () => lots.map((lot) => ({ key: lot.key, left: countFree(lot), until: lot.until })),
    listOwed: () => [...owed],
  };
}
