import type { ChaosPlan, PlannedClient } from '../plan/chaosPlan';
import { control } from '../world/control';
import type { ChaosWorld } from '../world/startChaosWorld';
import { Journal } from './Journal';
import { personAt } from './personAt';
import type { Person } from './personAt';
import type { Stage } from './Stage';

const OTHER_SYSTEM = { email: 'other-system@chaos.test', name: 'Other system', role: 'agent' } as const;

/** Brings the plan's people into Zendesk and billing. */
export async function setStage(plan: ChaosPlan, world: ChaosWorld): Promise<Stage> {
  const { clients, agents } = plan;
  await control(world.billmanagerUrl, 'seed', { clients: toBillingClients(clients) });
  const users = [
    ...clients.map(({ email, name, isVerified }) => ({ email, name, verified: isVerified })),
    ...[...agents, OTHER_SYSTEM].map((agent) => ({ ...agent, verified: true })),
  ];
  const seeded = (await control(world.zendeskUrl, 'seed', { users })) as { users: number[] };
  const people = (email: string) => personAt(world.zendeskUrl, email);
  const admin = people('admin@agent.test');
  return {
    plan,
    world,
    journal: new Journal(),
    agents: agents.map(({ email }) => people(email)),
    clients: clients.map(({ email }, index) => ({ ...people(email), userId: seeded.users[index] ?? 0 })),
    otherSystem: people(OTHER_SYSTEM.email),
    defects: await openDefects(admin, plan.defectCount),
    fields: {
      line: await findFieldId(admin, 'tech'),
      topic: await findFieldId(admin, 'topic_update'),
      action: await findFieldId(admin, 'credit_action_recheck'),
      credit: await findFieldId(admin, 'credit_debited'),
    },
  };
}

/** Problems that the helpdesk opened for itself; not marked as defects yet. */
async function openDefects(admin: Person, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const ticket = {
      subject: `Problem ${number}`,
      type: 'problem',
      comment: { body: 'Many ask.', public: false },
    };
    const answer = await admin.call('POST', 'tickets', { ticket });
    if (!answer.isDone) throw new Error(`A problem ticket was refused with ${answer.status}.`);
    ids.push((answer.body as { ticket: { id: number } }).ticket.id);
  }
  return ids;
}

/** The people of one account go in together; one e-mail in two accounts goes in twice. */
function toBillingClients(clients: readonly PlannedClient[]) {
  return clients.flatMap((client, index) =>
    client.accounts.map((account) => ({
      ...account,
      email: client.email,
      colleagues: clients.filter(({ colleagueOf }) => colleagueOf === index).map(({ email }) => email),
    })),
  );
}

async function findFieldId(admin: Person, option: string): Promise<number> {
  const answer = await admin.call('GET', 'ticket_fields');
  const { ticket_fields: fields } = (answer.isDone ? answer.body : { ticket_fields: [] }) as {
    ticket_fields: { id: number; custom_field_options?: { value: string }[] }[];
  };
  const field = fields.find((each) => each.custom_field_options?.some(({ value }) => value === option));
  if (field === undefined) throw new Error(`Zendesk has no ticket field with the value ${option}.`);
  return field.id;
}
