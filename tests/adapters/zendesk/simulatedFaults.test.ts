import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';

let zendesk: DeskOnTest;
let ticketId: string;

beforeAll(async () => {
  zendesk = await startDeskOnTest();
});
beforeEach(async () => {
  zendesk.simulator.reset();
  ticketId = await zendesk.seedTicket();
});
afterAll(() => zendesk.close());

describe('a desk whose account misbehaves', () => {
  it('names an account that is down, and reads on when it is back', async () => {
    const desk = zendesk.buildDesk();
    await zendesk.setFaults({ status: 503 });
    await expect(desk.readTicket(ticketId)).rejects.toMatchObject({
      code: 'zendesk_unavailable',
      retry: true,
    });
    await zendesk.setFaults(undefined);
    expect((await desk.readTicket(ticketId))?.id).toBe(ticketId);
  });

  it('names an account that is too slow', async () => {
    const desk = zendesk.buildDesk({ timeoutMs: 200 });
    await zendesk.setFaults({ delayMs: 1_000 });
    await expect(desk.readTicket(ticketId)).rejects.toMatchObject({
      code: 'zendesk_unavailable',
      retry: true,
    });
  });

  it('fetches a new token when the account has forgotten all', async () => {
    const desk = zendesk.buildDesk();
    await desk.readTicket(ticketId);
    zendesk.simulator.reset();
    ticketId = await zendesk.seedTicket();
    expect((await desk.readTicket(ticketId))?.id).toBe(ticketId);
  });

  it('is not authorized with a wrong secret', async () => {
    const desk = zendesk.buildDesk({ clientSecret: 'wrong' });
    await expect(desk.readTicket(ticketId)).rejects.toMatchObject({
      code: 'zendesk_unauthorized',
      retry: false,
    });
  });

  it('hands on the wait when a user is updated more often than Zendesk allows', async () => {
    const desk = zendesk.buildDesk();
    const { requesterId = '' } = (await desk.readTicket(ticketId)) ?? {};
    const fields = {
      credits: 1,
      spendCents: 0,
      isPartner: false,
      billingAccountId: '1',
      billingReadAt: '2026-11-22',
    };
    // The limit of the account, one person a second, is waited out by the desk itself.
    await zendesk.call('POST', '/_control/limits', { userUpdatesPerSecond: 100 });
    for (let count = 0; count < 5; count += 1) await desk.updateUserFields(requesterId, fields);
    await expect(desk.updateUserFields(requesterId, fields)).rejects.toMatchObject({
      code: 'zendesk_rate_limited',
      retry: true,
      retryAfterMs: expect.any(Number),
    });
  });
});
