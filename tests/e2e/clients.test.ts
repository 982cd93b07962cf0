import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import type { SeenTicket } from './zendeskAs';
import { control, sendMail, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ BILLMANAGER_TIMEOUT_MS: '1000' });
});
afterAll(() => playground.stop());
afterEach(async () => {
  await control(playground.zendeskUrl, '/_control/faults', {});
  await control(playground.billmanagerUrl, '/_control/faults', {});
});

const care = () => zendeskAs(playground, 'care@agent.test');
const showsCredit = (state: string) => (ticket: SeenTicket) => ticket.tags.includes(`credit_${state}`);

/** A question to technical support of this client, waited for until the bridge has decided `state`. */
async function askTechUntil(email: string, state: string): Promise<SeenTicket> {
  const ticketId = await zendeskAs(playground, email).askTech();
  return waitFor(() => care().readTicket(ticketId), showsCredit(state));
}

/** Credits of the client, as the bridge keeps them in the requester's user field. */
async function readCredits(email: string): Promise<unknown> {
  const { users } = (await care().call('GET', `/api/v2/users/search.json?query=email:${email}`)) as {
    users: { user_fields: Record<string, unknown> }[];
  };
  return users[0]?.user_fields['support_credits'];
}

async function findAccountId(name: string): Promise<string> {
  const state: unknown = await (await fetch(`${playground.billmanagerUrl}/_control/state`)).json();
  const { clients } = state as { clients: { accountId: string; name: string }[] };
  const client = clients.find((each) => each.name === name);
  if (client === undefined) throw new Error(`Billing has no ${name}.`);
  return client.accountId;
}

describe('a question to technical support', () => {
  it('debits one credit of a client who has some, and says so in field and private note', async () => {
    const ticket = await askTechUntil('credits@client.test', 'debited');
    expect(ticket.tags).toContain('tech');
    expect(ticket.notes).toHaveLength(1);
    expect(ticket.notes[0]).toContain('1 credit debited');
    await waitFor(
      () => readCredits('credits@client.test'),
      (credits) => credits === 3,
    );
  });

  it('holds the ticket of a client without credits', async () => {
    const ticket = await askTechUntil('empty@client.test', 'held');
    expect(ticket.notes).toHaveLength(1);
  });

  it('waives the ticket of a partner', async () => {
    await askTechUntil('partner@client.test', 'waived');
  });

  it.each(['unknown@client.test', 'two@client.test'])(
    'holds the ticket of %s for the agent',
    async (email) => {
      await askTechUntil(email, 'held');
    },
  );

  it('settles a held ticket when the client has bought a credit and an agent asks for another look', async () => {
    const { id } = await askTechUntil('nearly@client.test', 'debited');
    expect(id).toBeGreaterThan(0);
    const held = await askTechUntil('nearly@client.test', 'held');
    await control(playground.billmanagerUrl, '/_control/act', {
      action: 'buy',
      credits: 1,
      email: 'nearly@client.test',
    });
    await care().setAction(held.id, 'credit_action_recheck');
    const settled = await waitFor(() => care().readTicket(held.id), showsCredit('debited'));
    expect(settled.tags).not.toContain('credit_action_recheck');
  });
});

describe('a requester with two accounts in billing', () => {
  it('is charged once an agent has written which account it is, and the field stays as the agent wrote it', async () => {
    const { id } = await askTechUntil('two@client.test', 'held');
    const { users } = (await care().call('GET', '/api/v2/users/search.json?query=email:two@client.test')) as {
      users: { id: number }[];
    };
    const path = `/api/v2/users/${users[0]!.id}.json`;
    const accountId = await findAccountId('Twin Oaks Reselling');
    await care().call('PUT', path, { user: { user_fields: { support_billing_account: accountId } } });
    await care().setAction(id, 'credit_action_recheck');
    const settled = await waitFor(() => care().readTicket(id), showsCredit('debited'));
    expect(settled.notes.at(-1)).toContain('4 credits left');
    await waitFor(
      () => readCredits('two@client.test'),
      (credits) => credits === 4,
    );
    const { user } = (await care().call('GET', path)) as { user: { user_fields: Record<string, unknown> } };
    expect(user.user_fields['support_billing_account']).toBe(accountId);
  });
});

describe('a question by mail', () => {
  it('reaches client care and is free', async () => {
    const ticketId = await sendMail(playground, 'credits@client.test');
    const ticket = await waitFor(() => care().readTicket(ticketId), showsCredit('free'));
    expect(ticket.tags).toContain('sales');
    expect(ticket.notes).toEqual([]);
  });
});

describe('the return of a credit', () => {
  it('gives it back once, and answers the second asking in words', async () => {
    const { id } = await askTechUntil('credits@client.test', 'debited');
    await care().setAction(id, 'credit_action_refund_software_defect');
    await waitFor(() => care().readTicket(id), showsCredit('refunded'));
    const after = await readCredits('credits@client.test');
    await zendeskAs(playground, 'tech@agent.test').setAction(id, 'credit_action_refund_software_defect');
    const answered = await waitFor(
      () => care().readTicket(id),
      (ticket) => ticket.notes.length === 3,
    );
    expect(answered.tags).toContain('credit_refunded');
    expect(answered.tags).not.toContain('credit_action_refund_software_defect');
    expect(await readCredits('credits@client.test')).toBe(after);
  });
});

describe('when the world misbehaves', () => {
  it('changes nothing more when every webhook comes five times and out of order', async () => {
    await control(playground.zendeskUrl, '/_control/faults', { webhooks: { duplicate: 4, reorder: true } });
    await control(playground.billmanagerUrl, '/_control/seed', {
      clients: [{ email: 'often@client.test', name: 'Often', spentEur: '200.00' }],
    });
    await control(playground.zendeskUrl, '/_control/seed', {
      users: [{ email: 'often@client.test', name: 'Often', verified: true }],
    });
    const ticket = await askTechUntil('often@client.test', 'debited');
    await waitFor(
      () => readCredits('often@client.test'),
      (credits) => credits === 1,
    );
    expect(ticket.notes).toHaveLength(1);
  });

  it.each([
    ['answers a page instead of data', { html: true }],
    ['answers with an error', { status: 502, rate: 1 }],
    ['answers half a document', { truncate: true }],
    ['does not answer', { hang: true }],
  ])('leaves the charge pending while billing %s, and settles it once afterwards', async (_, fault) => {
    const email = `${Object.keys(fault)[0]}@outage.test`;
    await control(playground.billmanagerUrl, '/_control/seed', {
      clients: [{ email, name: 'Outage', spentEur: '100.00' }],
    });
    await control(playground.zendeskUrl, '/_control/seed', {
      users: [{ email, name: 'Outage', verified: true }],
    });
    await control(playground.billmanagerUrl, '/_control/faults', fault);
    const pending = await askTechUntil(email, 'pending');
    await control(playground.billmanagerUrl, '/_control/faults', {});
    await care().setAction(pending.id, 'credit_action_recheck');
    const settled = await waitFor(() => care().readTicket(pending.id), showsCredit('debited'));
    expect(settled.notes).toHaveLength(2);
    await waitFor(
      () => readCredits(email),
      (credits) => credits === 0,
    );
  });

  it('loses nothing when Zendesk itself fails for a while', async () => {
    await control(playground.zendeskUrl, '/_control/faults', { api: { status: 503, rate: 0.5 } });
    const ticketId = await waitFor(
      () =>
        zendeskAs(playground, 'partner@client.test')
          .askTech()
          .catch(() => 0),
      (id) => id > 0,
    );
    await control(playground.zendeskUrl, '/_control/faults', {});
    await waitFor(() => care().readTicket(ticketId), showsCredit('waived'));
  });
});
