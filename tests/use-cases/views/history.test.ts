import type { EntriesPage } from '../../../src/contract/entriesPage';
import { entriesPageSchema } from '../../../src/contract/entriesPage';
import { receiptSchema } from '../../../src/contract/receipt';
import type { Receipt } from '../../../src/contract/receipt';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { readEntriesPage } from '../../../src/use-cases/views/readEntriesPage';
import type { EntriesPageRequest } from '../../../src/use-cases/views/readEntriesPage';
import { readEntryReceipt } from '../../../src/use-cases/views/readEntryReceipt';
import { seedEveryKind } from '../../helpers/database/seedEveryKind';
import { openWorld } from '../world';
import type { World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function readPage(request: Partial<EntriesPageRequest> = {}): Promise<EntriesPage> {
  const page = await readEntriesPage(world.deps, { billingAccountId: '1001', limit: 50, ...request });
  expect(entriesPageSchema.parse(page)).toEqual(page);
  return page;
}

async function readReceipt(key: string, billingAccountId = '1001'): Promise<Receipt> {
  const receipt = await readEntryReceipt(world.deps, billingAccountId, key);
  if (!receipt.ok) throw new Error(receipt.reason);
  expect(receiptSchema.parse(receipt.value)).toEqual(receipt.value);
  return receipt.value;
}

const expense = (id: string, spendCents: number) => ({ id, spendCents, chargedOn: '2026-03-01' });
const pack = {
  billingItemId: '77',
  pricelistId: '105',
  boughtAt: '2026-11-01T00:00:00.000Z',
  paidUntil: undefined,
};

/** A client with two earned and five bought credits; ticket 7 took one and got it back, ticket 8 took one. */
async function liveOn(): Promise<void> {
  world.addClient('900', 'client@client.test', {
    spendCents: 24_300,
    expenses: [expense('41', 6_000), expense('42', 9_000), expense('43', 9_300)],
    packs: [pack],
  });
  for (const id of ['7', '8']) world.desk.addTicket({ id });
  await reconcileTicket(world.deps, '7');
  world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
  await reconcileTicket(world.deps, '7');
  await reconcileTicket(world.deps, '8');
}

describe('the history of an account', () => {
  it('comes page by page, each entry once, newest first, as one page of all would', async () => {
    await liveOn();
    const all = await readPage();
    expect(all.before).toBeNull();
    expect(all.entries.map(({ key }) => key)).toEqual([
      'debit:zt_8:0',
      'refund:debit:zt_7:0',
      'debit:zt_7:0',
      'grant:pack:77:lifetime',
      'grant:spend:1001:2',
      'grant:spend:1001:1',
    ]);
    const keys: string[] = [];
    let before: string | null = null;
    do {
      const page: EntriesPage = await readPage({ limit: 4, ...(before && { beforeSeq: Number(before) }) });
      keys.push(...page.entries.map(({ key }) => key));
      before = page.before;
    } while (before !== null);
    expect(keys).toEqual(all.entries.map(({ key }) => key));
  });

  it('says of each entry who, why and what is left', async () => {
    await liveOn();
    const { entries } = await readPage();
    expect(entries[1]).toMatchObject({
      kind: 'refund',
      amountCredits: 1,
      balanceAfterCredits: 7,
      reason: 'hotfix',
      ticketId: '7',
      problemId: 'zt_7',
      actor: { kind: 'agent', userId: '500', approvedBy: null },
      grant: null,
    });
    expect(entries[3]).toMatchObject({
      kind: 'grant',
      actor: { kind: 'rule' },
      grant: { source: 'pack', isPaid: true, expiresAt: null, remainingCredits: 5 },
    });
  });

  it('of one ticket is that of its problem, and of nothing else', async () => {
    await liveOn();
    const of = async (ticketId: string) => (await readPage({ ticketId })).entries.map(({ key }) => key);
    expect(await of('7')).toEqual(['refund:debit:zt_7:0', 'debit:zt_7:0']);
    expect(await of('8')).toEqual(['debit:zt_8:0']);
    expect(await of('9')).toEqual([]);
    expect((await readPage({ ticketId: '7', limit: 1 })).before).not.toBeNull();
    expect((await readPage({ ticketId: '7', billingAccountId: '1002' })).entries).toEqual([]);
  });

  it('of a follow-up is that of the problem that it goes on with', async () => {
    await liveOn();
    world.desk.change('8', { status: 'closed' });
    world.desk.histories.set('8', { closedAt: '2026-11-21T00:00:00.000Z' });
    world.desk.addTicket({ id: '9', followUpOf: '8' });
    await reconcileTicket(world.deps, '9');
    expect((await readPage({ ticketId: '9' })).entries.map(({ key }) => key)).toEqual(['debit:zt_8:0']);
  });

  it('of a client who was never seen is empty', async () => {
    expect(await readPage({ billingAccountId: '4711' })).toEqual({ entries: [], before: null });
  });

  it('names no operator', async () => {
    await seedEveryKind(world.ledger, '1001');
    const { entries } = await readPage();
    expect(entries.some(({ actor }) => actor.kind === 'operator')).toBe(true);
    expect(JSON.stringify(entries)).not.toContain('Ann');
  });
});

describe('the receipt of a debit', () => {
  it('names the grant that it took from, with its expenses, and that it stands', async () => {
    await liveOn();
    expect(await readReceipt('debit:zt_8:0')).toMatchObject({
      kind: 'movement',
      entry: { key: 'debit:zt_8:0', ticketId: '8' },
      grants: [
        {
          key: 'grant:spend:1001:1',
          grantedCredits: 1,
          amountCredits: -1,
          grant: { source: 'spend', isPaid: false, remainingCredits: 0 },
          proof: {
            kind: 'spend',
            thresholdCents: 10_000,
            spendCents: 24_300,
            remainderCents: 14_300,
            expenseIds: ['41', '42'],
            returnedPayments: [],
          },
        },
      ],
      owedCredits: 0,
      refund: null,
      debit: null,
    });
  });

  it('names the refund that gave it back, and that names the debit', async () => {
    await liveOn();
    expect(await readReceipt('debit:zt_7:0')).toMatchObject({
      refund: { key: 'refund:debit:zt_7:0', reason: 'hotfix', actor: { userId: '500' } },
    });
    expect(await readReceipt('refund:debit:zt_7:0')).toMatchObject({
      grants: [{ key: 'grant:spend:1001:1', amountCredits: 1 }],
      debit: { key: 'debit:zt_7:0' },
      refund: null,
    });
  });

  it('says what is owed, until a grant repays it; the grant then counts it as used', async () => {
    const deps = { ...world.deps, policy: { ...world.policy, overdraftCredits: 1 } };
    world.addClient('900', 'client@client.test', {});
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(deps, '7');
    expect(await readReceipt('debit:zt_7:0')).toMatchObject({ grants: [], owedCredits: 1 });
    world.addClient('900', 'client@client.test', { packs: [pack] });
    await reconcileTicket(deps, '7');
    expect(await readReceipt('debit:zt_7:0')).toMatchObject({
      grants: [
        {
          key: 'grant:pack:77:lifetime',
          amountCredits: -1,
          proof: { kind: 'pack', billingItemId: '77', pricelistId: '105', boughtAt: pack.boughtAt },
        },
      ],
      owedCredits: 0,
    });
    expect(await readReceipt('grant:pack:77:lifetime')).toMatchObject({
      usedCredits: 1,
      remainingCredits: 4,
      uses: [{ entry: { key: 'debit:zt_7:0' }, amountCredits: -1 }],
    });
  });
});

describe('the receipt of a grant', () => {
  it('names every ticket that took from it and what came back, and adds up', async () => {
    await liveOn();
    expect(await readReceipt('grant:spend:1001:1')).toMatchObject({
      kind: 'grant',
      proof: { kind: 'spend', thresholdCents: 10_000 },
      usedCredits: 2,
      returnedCredits: 1,
      expiredCredits: 0,
      clawedBackCredits: 0,
      adjustedCredits: 0,
      remainingCredits: 0,
      uses: [
        { entry: { key: 'debit:zt_8:0', ticketId: '8' }, amountCredits: -1 },
        { entry: { key: 'refund:debit:zt_7:0' }, amountCredits: 1 },
        { entry: { key: 'debit:zt_7:0' }, amountCredits: -1 },
      ],
    });
  });

  it('shows what was clawed back, and by which payments', async () => {
    await liveOn();
    world.addClient('900', 'client@client.test', {
      spendCents: 14_300,
      returned: { loweredCents: 10_000, payments: [{ id: '900', why: 'returned' }] },
      packs: [pack],
    });
    await reconcileTicket(world.deps, '8');
    expect(await readReceipt('grant:spend:1001:2')).toMatchObject({
      clawedBackCredits: 1,
      remainingCredits: 0,
    });
    expect(await readReceipt('clawback:spend:1001:2:0')).toMatchObject({
      proof: {
        kind: 'fallen_spend',
        thresholdCents: 20_000,
        spendCents: 14_300,
        loweredCents: 10_000,
        returnedPayments: [{ paymentId: '900', why: 'returned' }],
      },
      grants: [{ key: 'grant:spend:1001:2', amountCredits: -1 }],
    });
  });

  it('adds up for every grant of an account that has lived through every kind of entry', async () => {
    await seedEveryKind(world.ledger, '1001');
    const { entries } = await readPage();
    const grants = entries.filter(({ kind }) => kind === 'grant');
    expect(grants.length).toBeGreaterThan(1);
    for (const { key, amountCredits } of grants) {
      const receipt = await readReceipt(key);
      if (receipt.kind !== 'grant') throw new Error('no grant');
      const { usedCredits, returnedCredits, expiredCredits, clawedBackCredits, adjustedCredits } = receipt;
      const gone = usedCredits - returnedCredits + expiredCredits + clawedBackCredits + adjustedCredits;
      expect(gone + receipt.remainingCredits).toBe(amountCredits);
      expect(receipt.uses.reduce((sum, use) => sum - use.amountCredits, 0)).toBe(gone);
      expect(receipt.proof).toEqual({ kind: 'written', text: 'why, "so"' });
    }
    for (const { key } of entries) await readReceipt(key);
  });
});

describe('the receipt of another client', () => {
  it('is refused like one that is not there', async () => {
    await liveOn();
    await seedEveryKind(world.ledger, '1002');
    const refused = { ok: false, reason: 'entry_not_found' };
    expect(await readEntryReceipt(world.deps, '1002', 'debit:zt_7:0')).toEqual(refused);
    expect(await readEntryReceipt(world.deps, '1001', 'debit:zt_99:0')).toEqual(refused);
    expect(await readEntryReceipt(world.deps, '4711', 'debit:zt_7:0')).toEqual(refused);
  });
});
