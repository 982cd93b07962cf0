import { clientCreditsSchema } from '../../../../src/contract/clientCredits';
import { clientEntriesPageSchema, clientReceiptSchema } from '../../../../src/contract/clientEntries';
import { refreshAccount } from '../../../../src/use-cases/billing/refreshAccount';
import { reconcileTicket } from '../../../../src/use-cases/reconcileTicket';
import { readClientCredits } from '../../../../src/use-cases/views/client/readClientCredits';
import { readClientEntries } from '../../../../src/use-cases/views/client/readClientEntries';
import { readClientIdentity } from '../../../../src/use-cases/views/client/readClientIdentity';
import { readClientReceipt } from '../../../../src/use-cases/views/client/readClientReceipt';
import { rememberIdentities } from '../../../../src/use-cases/views/client/rememberIdentities';
import { readEntriesPage } from '../../../../src/use-cases/views/readEntriesPage';
import { readRequesterView } from '../../../../src/use-cases/views/readRequesterView';
import { seedEveryKind } from '../../../helpers/database/seedEveryKind';
import { openWorld } from '../../world';
import type { World } from '../../world';

let world: World;

beforeAll(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', 'client@client.test', { spendCents: 24_300 });
  const other = { billingAccountId: '1002', accountName: 'Other', spendCents: 99_000, partnerLevel: 'gold' };
  world.addClient('901', 'other@client.test', other);
  world.addClient('904', 'poor@client.test', { billingAccountId: '1003', spendCents: 0 });
  world.addClient('905', 'new@client.test', { billingAccountId: '1004' });
  world.addClient('906', 'old@client.test', { billingAccountId: '1005', spendCents: 0 });
  await liveOn();
  await seedEveryKind(world.ledger, '1005');
  for (const account of ['1003', '1005']) await refreshAccount(world.deps, account);
});
afterAll(() => world.close());

const own = (deps = world.deps) => ({
  ...deps,
  readIdentity: rememberIdentities((userId) => readClientIdentity(deps, userId), world.clock),
});

async function readCredits(userId = '900', deps = world.deps) {
  const credits = await readClientCredits(own(deps), userId);
  expect(clientCreditsSchema.parse(credits)).toEqual(credits);
  return credits;
}

async function readReceipt(userId: string, number: number) {
  const receipt = await readClientReceipt(own(), userId, number);
  if (!receipt.ok) return receipt.reason;
  expect(clientReceiptSchema.parse(receipt.value)).toEqual(receipt.value);
  return receipt.value;
}

/** Tickets 7 and 8 of client 900; an agent returned the credit of the first. Ticket 17 is of the partner 901. */
async function liveOn(): Promise<void> {
  for (const id of ['7', '8']) world.desk.addTicket({ id });
  world.desk.addTicket({ id: '17', requesterId: '901' });
  await reconcileTicket(world.deps, '7');
  world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
  for (const id of ['7', '8', '17']) await reconcileTicket(world.deps, id);
}

describe('what a client is told of the own account', () => {
  it('are the figures that agents see, and what a new ticket would cost', async () => {
    const agents = await readRequesterView(world.deps, '900');
    if (!agents.ok) throw new Error(agents.reason);
    const credits = await readCredits();
    expect(credits).toMatchObject({ identity: 'client', isPartner: false, cost: 'credit' });
    expect(credits.balance).toEqual(agents.value.balance);
    expect(credits.spend).toEqual(agents.value.spend);
    expect(credits.care).toEqual(agents.value.care);
    expect(credits.packs).toEqual(agents.value.packs);
    expect(
      credits.history.entries.map(({ occurredAt, kind, reason, amountCredits, balanceAfterCredits }) => ({
        occurredAt,
        kind,
        reason,
        amountCredits,
        balanceAfterCredits,
      })),
    ).toEqual(
      agents.value.entries.map(({ occurredAt, kind, reason, amountCredits, balanceAfterCredits }) => ({
        occurredAt,
        kind,
        reason,
        amountCredits,
        balanceAfterCredits,
      })),
    );
  });

  it('names nobody: no agent, no account of another, no key of the ledger', async () => {
    const text = JSON.stringify([
      await readCredits(),
      await readReceipt('900', 3),
      await readReceipt('900', 4),
    ]);
    expect(text).not.toMatch(/actor|"500"|userId|"key"|Other|1002|client\.test/);
  });

  it('is that partners are served free', async () => {
    expect(await readCredits('901')).toMatchObject({ isPartner: true, cost: 'partner' });
  });

  it('is what it costs without credits: the ticket waits, or takes one in advance where the policy lets it', async () => {
    expect(await readCredits('904')).toMatchObject({ cost: 'no_credits', balance: { availableCredits: 0 } });
    const lenient = { ...world.deps, policy: { ...world.policy, overdraftCredits: 1 } };
    expect(await readCredits('904', lenient)).toMatchObject({ cost: 'advance' });
  });

  it('are the rules alone for whom billing does not know, whose e-mail is not verified, or who is nobody', async () => {
    world.desk.addUser({ id: '902', email: 'nobody@client.test' });
    world.desk.addUser({ id: '903', email: 'client@client.test', isEmailVerified: false });
    for (const userId of ['902', '903', '4711']) {
      expect(await readCredits(userId)).toMatchObject({
        identity: 'unknown',
        isPartner: false,
        balance: null,
        spend: null,
        cost: 'unsettled',
        history: { entries: [], before: null },
      });
      expect(await readReceipt(userId, 1)).toBe('entry_not_found');
    }
  });

  it('is nothing for whom the policy trusts too little to charge', async () => {
    const strict = { ...world.policy, identity: { chargeGrades: ['linked' as const] } };
    expect(await readCredits('900', { ...world.deps, policy: strict })).toMatchObject({
      identity: 'unknown',
      balance: null,
      cost: 'unsettled',
      history: { entries: [], before: null },
    });
  });

  it('says whether it is being read for the first time, or cannot be read, until the job has read it', async () => {
    const unsettled = { balance: null, cost: 'unsettled' };
    expect(await readCredits('905')).toMatchObject({ ...unsettled, identity: 'being_read' });
    world.billing.isDown = true;
    expect(await readCredits('905')).toMatchObject({ ...unsettled, identity: 'unavailable' });
    world.billing.isDown = false;
    await refreshAccount(world.deps, '1004');
    expect(await readCredits('905')).toMatchObject({ identity: 'client', cost: 'no_credits' });
  });
});

describe('the history of a client', () => {
  it('comes page by page, and is that of the account that agents read', async () => {
    const all = await readEntriesPage(world.deps, { billingAccountId: '1005', limit: 50 });
    const numbers: number[] = [];
    let beforeSeq: number | undefined;
    do {
      const page = await readClientEntries(own(), '906', { limit: 4, ...(beforeSeq && { beforeSeq }) });
      expect(clientEntriesPageSchema.parse(page)).toEqual(page);
      numbers.push(...page.entries.map(({ number }) => number));
      beforeSeq = page.before === null ? undefined : Number(page.before);
    } while (beforeSeq !== undefined);
    expect(numbers).toEqual(all.entries.map((_entry, index) => all.entries.length - index));
  });

  it('has a receipt for each entry, without what operators noted', async () => {
    const { entries } = await readClientEntries(own(), '906', { limit: 50 });
    expect(entries.length).toBeGreaterThan(5);
    const receipts = await Promise.all(entries.map(({ number }) => readReceipt('906', number)));
    expect(receipts.every((receipt) => typeof receipt === 'object')).toBe(true);
    expect(JSON.stringify(receipts)).not.toMatch(/why|Ann|CASE|written|"500"|actor/);
  });

  it('shows which spend earned a credit, and that a debit was returned', async () => {
    expect(await readReceipt('900', 1)).toMatchObject({
      kind: 'grant',
      proof: { kind: 'spend', thresholdCents: 10_000 },
    });
    expect(await readReceipt('900', 3)).toMatchObject({
      kind: 'movement',
      entry: { kind: 'debit', ticketId: '7' },
      refund: { kind: 'refund', reason: 'hotfix' },
    });
  });

  it('is nobody else’s: the same number names an entry of the own account, or none', async () => {
    const theirs = await readReceipt('901', 1);
    expect(theirs).toMatchObject({ entry: { number: 1 } });
    expect(theirs).not.toEqual(await readReceipt('900', 1));
    expect(await readReceipt('900', 99)).toBe('entry_not_found');
    const mine = await readClientEntries(own(), '900', { limit: 50 });
    expect(mine.entries.map(({ ticketId }) => ticketId)).not.toContain('17');
  });
});

describe('rememberIdentities', () => {
  it('asks the helpdesk once for a glance, then again, and keeps people apart', async () => {
    const asked: string[] = [];
    const read = rememberIdentities((userId) => {
      asked.push(userId);
      return readClientIdentity(world.deps, userId);
    }, world.clock);
    const [one, other] = [await read('900'), await read('901')];
    expect([await read('900'), await read('901')]).toEqual([one, other]);
    expect(one).not.toEqual(other);
    expect(asked).toEqual(['900', '901']);
    world.clock.advance(30_000);
    await read('900');
    expect(asked).toEqual(['900', '901', '900']);
  });

  it('remembers no failure and nothing that is not settled', async () => {
    const asked: string[] = [];
    const read = rememberIdentities(async (userId) => {
      asked.push(userId);
      if (asked.length === 1) throw new Error('away');
      return { ok: true, value: { kind: 'being_read' } };
    }, world.clock);
    await expect(read('900')).rejects.toThrow('away');
    await read('900');
    await read('900');
    expect(asked).toHaveLength(3);
  });
});
