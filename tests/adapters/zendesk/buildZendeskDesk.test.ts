import type { Desk } from '../../../src/use-cases/ports/desk';
import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';

let zendesk: DeskOnTest;
let desk: Desk;

beforeAll(async () => {
  zendesk = await startDeskOnTest();
});
beforeEach(() => {
  zendesk.simulator.reset();
  zendesk.log.lines.splice(0);
  desk = zendesk.buildDesk();
});
afterAll(() => zendesk.close());

const readTicket = async (ticketId: string) => {
  const ticket = await desk.readTicket(ticketId);
  if (ticket === undefined) throw new Error('expected the ticket to be there');
  return ticket;
};

const setAction = (ticketId: string, value: string | null, email?: string) =>
  zendesk.updateTicket(ticketId, { custom_fields: [{ id: zendesk.fieldId('credit_action'), value }] }, email);

describe('readTicket', () => {
  it('reads line, state, action, requester and stamp', async () => {
    const fields = {
      support_line: 'tech',
      support_credit: 'credit_held',
      credit_action: 'credit_action_waive',
    };
    const ticketId = await zendesk.seedTicket({ fields });
    const ticket = await readTicket(ticketId);
    expect(ticket).toMatchObject({
      id: ticketId,
      line: 'tech',
      creditState: 'held',
      action: { kind: 'waive' },
      status: 'new',
    });
    expect(ticket.requesterId).toMatch(/^\d+$/);
    expect(Date.parse(ticket.updatedAt)).not.toBeNaN();
  });

  it('answers nothing for a ticket that never was, and for one that was deleted', async () => {
    const ticketId = await zendesk.seedTicket();
    await zendesk.call('DELETE', `/api/v2/tickets/${ticketId}`);
    expect(await desk.readTicket(ticketId)).toBeUndefined();
    expect(await desk.readTicket('99999999')).toBeUndefined();
  });

  it('finds the fields again when one was deleted and made anew', async () => {
    const { ticketFields, ids } = zendesk.simulator.world;
    const ticketId = await zendesk.seedTicket({ fields: { support_line: 'sales' } });
    expect((await readTicket(ticketId)).line).toBe('sales');
    const field = ticketFields.get(zendesk.fieldId('support_line'));
    if (field === undefined) throw new Error('expected the field to be there');
    ticketFields.remove(field.id);
    const id = ids.nextId();
    ticketFields.put({ ...field, id });
    await zendesk.updateTicket(ticketId, { custom_fields: [{ id, value: 'tech' }] });
    expect((await readTicket(ticketId)).line).toBe('tech');
    ticketFields.remove(id);
  });

  it('looks the fields up once, and again after ten minutes', async () => {
    const ticketId = await zendesk.seedTicket();
    const countLookups = async () =>
      (await zendesk.readReceived()).filter(({ path }) => path.includes('ticket_fields')).length;
    await readTicket(ticketId);
    await readTicket(ticketId);
    expect(await countLookups()).toBe(1);
    zendesk.clock.set('2026-11-22T10:10:00Z');
    await readTicket(ticketId);
    expect(await countLookups()).toBe(2);
    zendesk.clock.set('2026-11-22T10:00:00Z');
  });

  it('says what is missing in an account without our fields, and finds it once it is there', async () => {
    const ticketId = await zendesk.seedTicket();
    const credit = zendesk.simulator.world.ticketFields.get(zendesk.fieldId('support_credit'));
    if (credit === undefined) throw new Error('expected the field to be there');
    zendesk.simulator.world.ticketFields.remove(credit.id);
    const reading = desk.readTicket(ticketId);
    await expect(reading).rejects.toMatchObject({ code: 'zendesk_not_set_up' });
    await expect(reading).rejects.toThrow('«credit_debited»: install the app or run setup');
    zendesk.simulator.world.ticketFields.put(credit);
    expect((await readTicket(ticketId)).id).toBe(ticketId);
  });
});

describe('readUser', () => {
  const readId = async (email: string) => {
    const answer = await zendesk.call('GET', `/api/v2/users/search?query=email:${email}`);
    return String((answer as { users: { id: number }[] }).users[0]?.id);
  };

  it('tells clients, agents and admins apart', async () => {
    const client = await desk.readUser(await readId('credits@client.test'));
    expect(client).toMatchObject({ email: 'credits@client.test', isEmailVerified: true, isAgent: false });
    expect(await desk.readUser(await readId('care@agent.test'))).toMatchObject({ isAgent: true });
    expect(await desk.readUser(await readId('admin@agent.test'))).toMatchObject({ isAgent: true });
  });

  it('knows an e-mail that nobody verified', async () => {
    const seeded = await zendesk.call('POST', '/_control/seed', {
      users: [{ email: 'new@client.test', verified: false }],
    });
    const [userId] = (seeded as { users: number[] }).users;
    expect(await desk.readUser(String(userId))).toEqual({
      id: String(userId),
      email: 'new@client.test',
      isEmailVerified: false,
      locale: 'en-US',
      isAgent: false,
      isAdmin: false,
      billingAccountId: undefined,
    });
  });

  it('does not take a verified telephone for a verified e-mail', async () => {
    const phone = { type: 'phone_number', value: '+4930123456', verified: true };
    const seeded = await zendesk.call('POST', '/_control/seed', {
      users: [{ email: 'victim@client.test', verified: false, identities: [phone] }],
    });
    const userId = String((seeded as { users: number[] }).users[0]);
    expect(await zendesk.call('GET', `/api/v2/users/${userId}`)).toMatchObject({ user: { verified: true } });
    expect(await desk.readUser(userId)).toMatchObject({
      email: 'victim@client.test',
      isEmailVerified: false,
    });
  });

  it('asks for the identities of a client without a link only', async () => {
    const countAsked = async () =>
      (await zendesk.readReceived()).filter(({ path }) => path.includes('identities')).length;
    await desk.readUser(await readId('credits@client.test'));
    expect(await countAsked()).toBe(1);
    const linked = await readId('two@client.test');
    const user_fields = { support_billing_account: '2002' };
    await zendesk.call('PUT', `/api/v2/users/${linked}`, { user: { user_fields } });
    await desk.readUser(linked);
    await desk.readUser(await readId('care@agent.test'));
    expect(await countAsked()).toBe(1);
  });

  it.each([
    ['2002', '2002'],
    [' 2002 ', '2002'],
    ['ACME', 'ACME'],
    ['', undefined],
    [null, undefined],
  ])('reads the account that an agent wrote: %j', async (written, read) => {
    const userId = await readId('two@client.test');
    await zendesk.call('PUT', `/api/v2/users/${userId}`, {
      user: { user_fields: { support_billing_account: written } },
    });
    expect((await desk.readUser(userId))?.billingAccountId).toBe(read);
  });

  it('answers nothing for a user that is not there', async () => {
    expect(await desk.readUser('99999999')).toBeUndefined();
  });
});

describe('readCommand', () => {
  it('names the agent who set the value that stands, and each asking by another id', async () => {
    const ticketId = await zendesk.seedTicket();
    await setAction(ticketId, 'credit_action_refund_goodwill', 'care@agent.test');
    const first = await desk.readCommand(ticketId);
    expect(first?.action).toEqual({ kind: 'refund', reason: 'goodwill' });
    expect((await desk.readUser(first?.actorId ?? ''))?.email).toBe('care@agent.test');

    await setAction(ticketId, null);
    expect(await desk.readCommand(ticketId)).toBeUndefined();

    await setAction(ticketId, 'credit_action_refund_goodwill', 'tech@agent.test');
    await zendesk.updateTicket(ticketId, { subject: 'changed by somebody else' }, 'care@agent.test');
    const second = await desk.readCommand(ticketId);
    expect(second?.id).not.toBe(first?.id);
    expect((await desk.readUser(second?.actorId ?? ''))?.email).toBe('tech@agent.test');
  });

  it('finds a value that stood in the ticket from the beginning', async () => {
    const ticketId = await zendesk.seedTicket({ fields: { credit_action: 'credit_action_debit' } });
    const command = await desk.readCommand(ticketId);
    expect((await desk.readUser(command?.actorId ?? ''))?.email).toBe('credits@client.test');
  });

  it('finds the asking beyond the first page of audits', async () => {
    const ticketId = await zendesk.seedTicket();
    const world = zendesk.simulator.world;
    await setAction(ticketId, 'credit_action_recheck', 'tech@agent.test');
    const asking = world.audits.by('ticket', Number(ticketId)).at(-1);
    if (asking === undefined) throw new Error('expected the ticket to have an audit');
    for (let count = 0; count < 120; count += 1)
      world.audits.put({ ...asking, id: world.ids.nextId(), events: [] });
    expect((await desk.readCommand(ticketId))?.action).toEqual({ kind: 'recheck' });
    const pages = (await zendesk.readReceived()).filter(({ path }) => path.includes('audits'));
    expect(pages).toHaveLength(2);
  });

  it('answers nothing where no command stands or there is no ticket', async () => {
    expect(await desk.readCommand(await zendesk.seedTicket())).toBeUndefined();
    expect(await desk.readCommand('99999999')).toBeUndefined();
  });

  it('logs a value that no audit explains', async () => {
    const ticketId = await zendesk.seedTicket({ fields: { credit_action: 'credit_action_debit' } });
    zendesk.simulator.world.audits.replaceAll([]);
    expect(await desk.readCommand(ticketId)).toBeUndefined();
    expect(zendesk.log.lines).toEqual([
      {
        level: 'warn',
        fields: { ticketId },
        message: 'the command field holds a value that no audit explains',
      },
    ]);
  });
});

describe('updateTicket', () => {
  const readComments = async (ticketId: string) =>
    (
      (await zendesk.call('GET', `/api/v2/tickets/${ticketId}/comments`)) as {
        comments: { body: string; public: boolean }[];
      }
    ).comments;

  it('writes state, empties the command and adds a private note in one update', async () => {
    const fields = { support_line: 'tech', credit_action: 'credit_action_debit' };
    const ticketId = await zendesk.seedTicket({ fields });
    const { updatedAt } = await readTicket(ticketId);
    const update = {
      ticketId,
      expectedUpdatedAt: updatedAt,
      creditState: 'debited',
      clearAction: true,
    } as const;
    expect(await desk.updateTicket({ ...update, privateNote: 'One credit was taken.' })).toBe('updated');
    expect(await readTicket(ticketId)).toMatchObject({
      line: 'tech',
      creditState: 'debited',
      action: undefined,
    });
    expect((await readComments(ticketId)).at(-1)).toMatchObject({
      body: 'One credit was taken.',
      public: false,
    });
    const writes = (await zendesk.readReceived()).filter(({ method }) => method === 'PUT');
    expect(writes).toHaveLength(1);
  });

  it('changes nothing when the ticket changed meanwhile', async () => {
    const ticketId = await zendesk.seedTicket();
    const update = {
      ticketId,
      expectedUpdatedAt: '2026-01-01T00:00:00Z',
      creditState: 'free',
      privateNote: 'no',
    } as const;
    expect(await desk.updateTicket(update)).toBe('conflict');
    expect((await readTicket(ticketId)).creditState).toBeUndefined();
    expect(await readComments(ticketId)).toHaveLength(1);
  });

  it('tells a closed ticket from a deleted one', async () => {
    const ticketId = await zendesk.seedTicket();
    await zendesk.updateTicket(ticketId, { status: 'closed' });
    const { updatedAt } = await readTicket(ticketId);
    const update = { ticketId, expectedUpdatedAt: updatedAt, privateNote: 'too late' };
    expect(await desk.updateTicket(update)).toBe('closed');
    await zendesk.call('DELETE', `/api/v2/tickets/${ticketId}`);
    expect(await desk.updateTicket(update)).toBe('gone');
  });

  it('fails when an open ticket refuses the update', async () => {
    const ticketId = await zendesk.seedTicket();
    const { updatedAt } = await readTicket(ticketId);
    const empty = desk.updateTicket({ ticketId, expectedUpdatedAt: updatedAt, privateNote: '' });
    await expect(empty).rejects.toMatchObject({ code: 'zendesk_rejected', retry: false });
  });
});

describe('updateUserFields', () => {
  const fields = {
    credits: 4,
    spendCents: 24_300,
    isPartner: true,
    billingAccountId: '1001',
    billingReadAt: '2026-11-22T09:59:00Z',
  };

  it('shows credits, spend, partner and day of reading at the user, and leaves the link to people', async () => {
    const { requesterId } = await readTicket(await zendesk.seedTicket());
    await desk.updateUserFields(requesterId, fields);
    const answer = await zendesk.call('GET', `/api/v2/users/${requesterId}`);
    const { user_fields } = (answer as { user: { user_fields: Record<string, unknown> } }).user;
    expect(user_fields).toMatchObject({
      support_credits: 4,
      support_spend_eur: expect.anything(),
      support_partner: true,
      support_billing_account: null,
    });
    expect(Number(user_fields['support_spend_eur'])).toBe(243);
    expect(String(user_fields['support_billing_read_at'])).toContain('2026-11-22');
  });

  it('clears what is shown at somebody who is no client any more', async () => {
    const { requesterId } = await readTicket(await zendesk.seedTicket());
    await desk.updateUserFields(requesterId, fields);
    await desk.updateUserFields(requesterId, undefined);
    const answer = await zendesk.call('GET', `/api/v2/users/${requesterId}`);
    expect(answer).toMatchObject({
      user: {
        user_fields: {
          support_credits: null,
          support_spend_eur: null,
          support_partner: false,
          support_billing_read_at: null,
        },
      },
    });
  });

  it('answers gone for a user that is not there', async () => {
    expect(await desk.updateUserFields('99999999', fields)).toBe('gone');
  });
});
