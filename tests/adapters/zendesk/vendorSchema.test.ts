import { validateRequest } from '../../helpers/openapi/validateRequest';
import { validateResponse } from '../../helpers/openapi/validateResponse';
import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';
import { FIELDS, IDENTITIES, TICKET, USER } from './scriptedAnswers';

let zendesk: DeskOnTest;

beforeAll(async () => {
  zendesk = await startDeskOnTest();
});
afterAll(() => zendesk.close());

describe('the requests of the desk adapter', () => {
  it('are what the vendor has published, in each way that a ticket and a user are written', async () => {
    const desk = zendesk.buildDesk();
    const ticketId = await zendesk.seedTicket({ fields: { credit_action: 'credit_action_debit' } });
    const readStamp = async () => (await desk.readTicket(ticketId))?.updatedAt ?? '';
    const { requesterId = '' } = (await desk.readTicket(ticketId)) ?? {};
    for (const change of [
      { creditState: 'held', clearAction: true, privateNote: 'all at once' },
      { creditState: 'debited' },
      { clearAction: true },
      { privateNote: 'a note' },
    ] as const) {
      await desk.updateTicket({ ticketId, expectedUpdatedAt: await readStamp(), ...change });
    }
    await desk.updateUserFields(requesterId, {
      credits: 3,
      spendCents: 12_345,
      isPartner: true,
      billingAccountId: '77',
      billingReadAt: '2026-11-22T10:00:00Z',
    });

    const writes = (await zendesk.readReceived()).filter(({ method }) => method === 'PUT');
    expect(writes.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const { method, path, detail } of writes)
      expect(validateRequest(method, path, detail.body)).toEqual([]);
  });
});

describe('the answers that the other tests of this folder give', () => {
  it.each([
    ['/api/v2/users/5', USER],
    ['/api/v2/users/5/identities', IDENTITIES],
    ['/api/v2/tickets/7', TICKET],
    ['/api/v2/ticket_fields', FIELDS],
  ])('for %s are what the vendor has published', (path, body) => {
    expect(validateResponse('GET', path, 200, body)).toEqual([]);
  });
});
