import type { SimTicketField } from '../../../src/simulators/zendesk/entities/SimTicketField';
import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';

let zendesk: DeskOnTest;
let field: SimTicketField;

beforeAll(async () => {
  zendesk = await startDeskOnTest();
  field = zendesk.simulator.world.ticketFields.get(zendesk.fieldId('support_credits_left'))!;
});
afterEach(() => zendesk.simulator.world.ticketFields.put(field));
afterAll(() => zendesk.close());

/** The custom fields of the ticket after that update, by a bridge that was started just now. */
async function write(ticketId: string, creditsLeft: number | null): Promise<unknown> {
  const desk = zendesk.buildDesk();
  const expectedUpdatedAt = (await desk.readTicket(ticketId))?.updatedAt ?? '';
  const update = { ticketId, expectedUpdatedAt, creditState: 'debited' as const, creditsLeft };
  expect(await desk.updateTicket(update)).toBe('updated');
  return zendesk.simulator.world.tickets.get(Number(ticketId))?.custom_fields;
}

describe('the field for the credits left', () => {
  it('is written beside the state, and emptied', async () => {
    const ticketId = await zendesk.seedTicket();
    const credit = { [zendesk.fieldId('support_credit')]: 'credit_debited' };
    expect(await write(ticketId, -12)).toEqual({ ...credit, [field.id]: '-12' });
    expect(await write(ticketId, null)).toEqual({ ...credit, [field.id]: null });
  });

  it.each<[string, Partial<SimTicketField>]>([
    ['is switched off', { active: false }],
    ['has another pattern', { regexp_for_validation: String.raw`\A\d{1,9}\z` }],
    ['is of another kind', { type: 'text' }],
  ])('is none that %s: then the state alone is written', async (_what, changes) => {
    zendesk.simulator.world.ticketFields.put({ ...field, ...changes });
    expect(await write(await zendesk.seedTicket(), 3)).not.toHaveProperty(String(field.id));
  });

  it('may be missing: then the state alone is written, and its number follows once it is there', async () => {
    const { ticketFields } = zendesk.simulator.world;
    ticketFields.remove(field.id);
    const ticketId = await zendesk.seedTicket();
    expect(await write(ticketId, 3)).not.toHaveProperty(String(field.id));
    ticketFields.put(field);
    expect(await write(ticketId, 2)).toMatchObject({ [field.id]: '2' });
  });
});
