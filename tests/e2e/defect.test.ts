import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { control, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.stop());

const agent = () => zendeskAs(playground, 'tech@agent.test');
const update = (ticketId: number, ticket: Record<string, unknown>) =>
  agent().call('PUT', `/api/v2/tickets/${ticketId}.json`, { ticket });

async function askUntilDebited(): Promise<number> {
  const ticketId = await zendeskAs(playground, 'credits@client.test').askTech();
  await waitFor(
    () => agent().readTicket(ticketId),
    ({ tags }) => tags.includes('credit_debited'),
  );
  return ticketId;
}

/** How many looks at the ticket have ended. */
const countLooks = (log: string, ticketId: number) =>
  log.split(`"task":"reconcile_ticket","ticketId":"${ticketId}","creditState"`).length - 1;

describe('R5: a defect of the software', () => {
  it('R5: returns the credits of all tickets linked to it, and each says so once, when its mark is seen', async () => {
    // given: two debited tickets, linked to a problem ticket
    const incidents = [await askUntilDebited(), await askUntilDebited()];
    const { ticket } = (await agent().call('POST', '/api/v2/tickets.json', {
      ticket: { subject: 'A defect', type: 'problem', comment: { body: 'Known.', public: false } },
    })) as { ticket: { id: number; tags: string[] } };
    for (const id of incidents) {
      await update(id, { type: 'incident', problem_id: ticket.id });
      await waitFor(playground.readBridgeLog, (log) => countLooks(log, id) === 2);
    }

    // when: it is marked as a defect, and the minute is over for which the account withholds its changes
    await agent().call('PUT', `/api/v2/tickets/${ticket.id}/tags.json`, { tags: ['software_defect'] });
    await control(playground.zendeskUrl, '/_control/clock', { advanceMs: 61_000 });

    // then: both are returned
    for (const id of incidents) {
      const isReturned = ({ tags }: { tags: string[] }) => tags.includes('credit_refunded');
      const read = () => agent().readTicket(id);
      const { notes } = await waitFor(read, isReturned).catch(() => waitFor(read, isReturned));
      expect(notes).toHaveLength(2);
      expect(notes[1]).toContain('defect in our software');
    }
    await waitFor(playground.readBridgeLog, (log) => /"look_at_incidents".*"incidentCount":2/.test(log));
  });
});
