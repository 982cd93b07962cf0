import { startTestZendesk } from '../simulators/zendesk/startTestZendesk';
import type { TestZendesk } from '../simulators/zendesk/startTestZendesk';

const AGENT = 'tech@agent.test';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(() => zendesk.close());

const seed = async (ticket: Record<string, unknown>): Promise<number> =>
  Number((await zendesk.control('seed', { tickets: [ticket] })).body.tickets[0]);

type Applied = { ticket: { tags: string[]; comment?: { body: string; public?: boolean } } };
const apply = async (identifier: string, ticketId: number): Promise<Applied['ticket']> => {
  const path = `/api/v2/tickets/${ticketId}/macros/${zendesk.fieldId(identifier)}/apply`;
  const response = await fetch(`${zendesk.url}${path}`, {
    headers: { authorization: `Bearer playground:${AGENT}` },
  });
  return ((await response.json()) as { result: Applied }).result.ticket;
};

describe('macros on the simulated Zendesk', () => {
  it('ask for a return and answer the client in the own language', async () => {
    const english = await apply(
      'support_credits_refund_hotfix',
      await seed({ requester: 'credits@client.test' }),
    );
    expect(english.tags).toContain('credit_action_refund_hotfix');
    expect(english.comment).toMatchObject({
      public: true,
      body: expect.stringContaining('installed a hotfix'),
    });
    const russian = await apply(
      'support_credits_refund_hotfix',
      await seed({ requester: 'empty@client.test' }),
    );
    expect(russian.comment?.body).toContain('установили исправление');
  });

  it.each([
    ['support_credits_hand_over', 'sales', 'tech'],
    ['support_credits_hand_back', 'tech', 'sales'],
  ])('%s takes %s away and sets %s', async (identifier, from, to) => {
    const id = await seed({ requester: 'credits@client.test', fields: { support_line: from } });
    const { tags } = await apply(identifier, id);
    expect(tags).toContain(to);
    expect(tags).not.toContain(from);
  });
});

describe('views on the simulated Zendesk', () => {
  const list = async (identifier: string): Promise<number[]> => {
    const { body } = await zendesk.call(
      'GET',
      `/api/v2/views/${zendesk.fieldId(identifier)}/tickets`,
      undefined,
      AGENT,
    );
    return body.tickets.map(({ id }) => id);
  };
  const requester = 'credits@client.test';

  it('show what is held, what is pending, and what is charged although it is a defect', async () => {
    const held = await seed({ requester, fields: { support_credit: 'credit_held' } });
    const pending = await seed({ requester, fields: { support_credit: 'credit_pending' } });
    const charged = { requester, fields: { support_credit: 'credit_debited' } };
    await seed(charged);
    const incident = await seed({ ...charged, type: 'incident' });
    const tagged = await seed({ ...charged, tags: ['software_defect'] });
    await seed({ requester, type: 'incident', fields: { support_credit: 'credit_refunded' } });
    expect(await list('support_credits_held')).toEqual([held]);
    expect(await list('support_credits_pending')).toEqual([pending]);
    expect(await list('support_credits_defects')).toEqual([incident, tagged]);
  });
});
