import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';

let zendesk: DeskOnTest;

beforeAll(async () => {
  zendesk = await startDeskOnTest();
});
beforeEach(() => zendesk.simulator.reset());
afterAll(() => zendesk.close());

const CLIENT = 'credits@client.test';
const ACTION = 'credit_action_refund_hotfix';
const HOTFIX = { kind: 'refund', reason: 'hotfix' };

const actionField = () => ({ custom_fields: [{ id: zendesk.fieldId('credit_action'), value: ACTION }] });
const readCommands = (ticketIds: readonly string[]) => {
  const desk = zendesk.buildDesk();
  return Promise.all(ticketIds.map((ticketId) => desk.readCommand(ticketId)));
};
const findUserId = (email: string) =>
  String(zendesk.simulator.world.users.filter((user) => user.email === email)[0]?.id);

/** Changes many tickets at once, as an agent does in a list, and waits for the job. */
async function editTogether(ticketIds: readonly string[], ticket: unknown, email: string): Promise<void> {
  const path = `/api/v2/tickets/update_many.json?ids=${ticketIds.join(',')}`;
  const answer = (await zendesk.call('PUT', path, { ticket }, email)) as { job_status: { id: string } };
  for (let status = ''; status !== 'completed';) {
    const job = `/api/v2/job_statuses/${answer.job_status.id}.json`;
    status = ((await zendesk.call('GET', job)) as { job_status: { status: string } }).job_status.status;
  }
}

describe('R7: who asks, wherever the asking comes from', () => {
  it('R7: is the agent who changed the field over the API, or by a macro, which does the same', async () => {
    const ticketId = await zendesk.seedTicket();
    await zendesk.updateTicket(ticketId, actionField(), 'tech@agent.test');
    expect(await readCommands([ticketId])).toMatchObject([
      { action: HOTFIX, actorId: findUserId('tech@agent.test') },
    ]);
  });

  it('R7: is the agent of a bulk edit, on each ticket with an asking of its own', async () => {
    const ticketIds = [await zendesk.seedTicket(), await zendesk.seedTicket(), await zendesk.seedTicket()];
    await editTogether(ticketIds, actionField(), 'tech@agent.test');
    const commands = await readCommands(ticketIds);
    const asked = { action: HOTFIX, actorId: findUserId('tech@agent.test') };
    expect(commands).toMatchObject([asked, asked, asked]);
    expect(new Set(commands.map((command) => command?.id)).size).toBe(3);
  });

  it('R7: is the client whose reply made a trigger set the field, and so nobody of the helpdesk', async () => {
    const ticketId = await zendesk.seedTicket();
    const { world } = zendesk.simulator;
    world.triggers.put({
      id: world.ids.nextId(),
      title: 'Return a credit for every reply',
      description: '',
      active: true,
      position: 1,
      conditions: { all: [{ field: 'role', operator: 'is', value: 'end_user' }], any: [] },
      actions: [{ field: 'current_tags', value: ACTION }],
      created_at: '2026-11-22T00:00:00Z',
      updated_at: '2026-11-22T00:00:00Z',
    });
    const comment = { body: 'Any news?' };
    await zendesk.call('PUT', `/api/v2/requests/${ticketId}.json`, { request: { comment } }, CLIENT);
    const [command] = await readCommands([ticketId]);
    expect(command).toMatchObject({ action: HOTFIX, actorId: findUserId(CLIENT) });
    expect(await zendesk.buildDesk().readUser(command!.actorId)).toMatchObject({ isAgent: false });
  });

  it('R7: is somebody whom the helpdesk does not have any more, once the agent was deleted', async () => {
    const ticketId = await zendesk.seedTicket();
    await zendesk.updateTicket(ticketId, actionField(), 'tech@agent.test');
    const { world } = zendesk.simulator;
    const agent = world.users.get(Number(findUserId('tech@agent.test')))!;
    world.users.put({ ...agent, active: false });
    const [command] = await readCommands([ticketId]);
    expect(await zendesk.buildDesk().readUser(command!.actorId)).toBeUndefined();
  });
});
