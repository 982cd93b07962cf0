import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { control, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.stop());

/** The sweep runs with each full minute, which is longer than one wait lasts. */
async function waitForSweep(isDone: (log: string) => boolean): Promise<void> {
  await waitFor(playground.readBridgeLog, isDone).catch(() => waitFor(playground.readBridgeLog, isDone));
}

describe('a ticket whose webhook was lost', () => {
  it('is charged by the sweep of the next minute, once the account shows the change', async () => {
    // given: an account that loses every webhook
    await control(playground.zendeskUrl, '/_control/faults', { webhooks: { drop: 1 } });
    const agent = zendeskAs(playground, 'tech@agent.test');
    const ticketId = await zendeskAs(playground, 'credits@client.test').askTech('Nobody heard of it');
    expect((await agent.readTicket(ticketId)).tags).not.toContain('credit_debited');

    // when: the minute is over for which the account withholds its changes
    await control(playground.zendeskUrl, '/_control/clock', { advanceMs: 61_000 });

    // then: the credit is debited, and the ticket says so
    const update = new RegExp(`"bring_ticket_in_line","ticketId":"${ticketId}","outcome":"updated"`);
    await waitForSweep((log) => update.test(log));
    const { tags, notes } = await agent.readTicket(ticketId);
    expect(tags).toContain('credit_debited');
    expect(notes).toHaveLength(1);
  });
});
