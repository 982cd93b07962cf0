import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { addNativeCounts } from '../../../src/use-cases/shadow/addNativeCounts';
import type { CountedTicket } from '../../../src/use-cases/shadow/addNativeCounts';
import type { ComparedTicket } from '../../../src/use-cases/shadow/comparePage';

const AWAY = new AdapterError('Billing is away.', { code: 'billing_unreachable', retry: true });

const ticket = (ticketId: string, billingAccountId: string | undefined): ComparedTicket => ({
  ticketId,
  billingAccountId,
  line: 'tech',
  creditState: 'debited',
  reason: 'charged',
  decidedAt: '2026-11-22T10:00:00.000Z',
  isTakenByShadow: true,
  isTakenByStaff: true,
  verdict: 'alike',
  staffValue: 'yes',
});

async function* toPages(...pages: ComparedTicket[][]): AsyncGenerator<ComparedTicket[]> {
  yield* pages;
}

/** Adds counts to the pages; `say` is what billing says of an account. */
async function add(say: (id: string) => number | undefined, ...pages: ComparedTicket[][]) {
  const asked: string[] = [];
  const uncounted = { clientCount: 0, code: undefined as string | undefined };
  const readNativeCount = async (id: string) => {
    asked.push(id);
    return say(id);
  };
  const counted: CountedTicket[] = [];
  for await (const page of addNativeCounts(toPages(...pages), { readNativeCount }, uncounted)) {
    counted.push(...page);
  }
  return { asked, uncounted, counts: counted.map(({ nativeCount }) => nativeCount) };
}

const fail = (): never => {
  throw AWAY;
};

describe("billing's own count beside compared tickets", () => {
  it('is asked once for each client over all pages, and not of tickets without one', async () => {
    const { asked, counts, uncounted } = await add(
      (id) => (id === 'b' ? undefined : 4),
      [ticket('1', 'a'), ticket('2', 'b'), ticket('3', undefined)],
      [ticket('4', 'a'), ticket('5', 'b')],
    );
    expect(asked).toEqual(['a', 'b']);
    expect(counts).toEqual([4, undefined, undefined, 4, undefined]);
    expect(uncounted).toEqual({ clientCount: 0, code: undefined });
  });

  it('leaves those out whom billing could not tell, and goes on', async () => {
    const say = (id: string) => (['b', 'c'].includes(id) ? fail() : 1);
    const tickets = ['a', 'b', 'c', 'd', 'b'].map((id, index) => ticket(String(index), id));
    const { counts, uncounted } = await add(say, tickets);
    expect(counts).toEqual([1, undefined, undefined, 1, undefined]);
    expect(uncounted).toEqual({ clientCount: 2, code: 'billing_unreachable' });
  });

  it('asks no more after three failures in a row', async () => {
    const tickets = ['a', 'b', 'c', 'd', 'e'].map((id) => ticket(id, id));
    const { asked, uncounted } = await add(fail, tickets);
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(uncounted).toEqual({ clientCount: 5, code: 'billing_unreachable' });
  });

  it('lets a defect through', async () => {
    const say = () => {
      throw new TypeError('a defect');
    };
    await expect(add(say, [ticket('1', 'a')])).rejects.toThrow('a defect');
  });
});
