import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReceiver } from './startReceiver';
import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;
let dataDir: string | undefined;

afterEach(async () => {
  await zendesk.close();
  // Not before: an open simulator still writes what changed last.
  if (dataDir) rmSync(dataDir, { recursive: true });
  dataDir = undefined;
});

const seedTicket = (more: Record<string, unknown> = {}) =>
  zendesk.control('seed', { tickets: [{ requester: 'credits@client.test', ...more }] });

describe('the installed app', () => {
  beforeEach(async () => {
    zendesk = await startTestZendesk();
  });

  it('is listed with its open settings only, and with what its requirements became', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/apps/installations.json');
    const [installation] = body.installations as { id: number; app_id: number; settings: unknown }[];
    expect(installation?.settings).toEqual({
      name: 'Support Credits',
      title: 'Support Credits',
      bridge_url: 'http://127.0.0.1:9',
    });
    const path = `/api/v2/apps/installations/${String(installation?.id)}/requirements.json`;
    const answer = await zendesk.call('GET', path);
    expect(answer.body.requirements).toContainEqual(
      expect.objectContaining({
        identifier: 'support_line',
        requirement_type: 'ticket_fields',
        requirement_id: zendesk.fieldId('support_line'),
      }),
    );
    expect((await zendesk.call('GET', '/api/v2/apps/installations/1/requirements')).status).toBe(404);
  });

  it('shows its webhook without any secret', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/webhooks.json');
    const [webhook] = body.webhooks as { id: string }[];
    expect(webhook).toMatchObject({ status: 'active', http_method: 'POST', created_by: '-1' });
    expect(webhook).not.toHaveProperty('signing_secret');
    const path = `/api/v2/webhooks/${String(webhook?.id)}`;
    expect((await zendesk.call('GET', path)).status).toBe(200);
    expect((await zendesk.call('GET', `${path}/signing_secret`)).status).toBe(403);
    expect((await zendesk.call('GET', '/api/v2/webhooks/nowhere')).status).toBe(404);
  });

  it('has its assets on the second origin, open to every page, for reading only', async () => {
    const url = `${zendesk.assetsUrl}assets/iframe.html`;
    const answer = await fetch(url);
    expect(await answer.text()).toBe('<p>the app</p>');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(new URL(zendesk.assetsUrl).origin).not.toBe(new URL(zendesk.url).origin);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${zendesk.assetsUrl}assets/..%2Fmanifest.json`)).status).toBe(404);
    expect((await fetch(`${zendesk.assetsUrl}assets/nothing.js`)).status).toBe(404);
  });
});

describe('reset', () => {
  beforeEach(async () => {
    zendesk = await startTestZendesk();
  });

  it('goes back to the seed and never gives an id twice', async () => {
    await seedTicket();
    const before = zendesk.world.users.all().map((user) => user.id);
    await zendesk.control('reset');
    expect(zendesk.world.tickets.all()).toEqual([]);
    expect(zendesk.world.audits.all()).toEqual([]);
    const clients = zendesk.world.users.filter((user) => user.role === 'end-user');
    expect(clients).toHaveLength(6);
    expect(clients.filter((user) => before.includes(user.id))).toEqual([]);
    await seedTicket();
    expect(zendesk.world.tickets.all().map((ticket) => ticket.id)).toEqual([2]);
  });

  it('keeps agents and the objects of the app under their ids, as the package has them', async () => {
    const field = zendesk.fieldId('support_line');
    const agent = zendesk.world.users.find((user) => user.email === 'care@agent.test')?.id;
    const trigger = zendesk.world.triggers.all()[0]!;
    zendesk.world.triggers.put({ ...trigger, active: false });
    zendesk.reset();
    expect(zendesk.fieldId('support_line')).toBe(field);
    expect(zendesk.world.users.find((user) => user.email === 'care@agent.test')?.id).toBe(agent);
    expect(zendesk.world.triggers.get(trigger.id)?.active).toBe(true);
  });
});

describe('the state', () => {
  it('survives a restart when a data folder is given', async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'zendesk-data-'));
    zendesk = await startTestZendesk(undefined, { dataDir });
    await seedTicket({ subject: 'Kept' });
    const field = zendesk.fieldId('support_line');
    await zendesk.close();
    zendesk = await startTestZendesk(undefined, { dataDir });
    expect(zendesk.world.tickets.get(1)).toMatchObject({ subject: 'Kept', tags: ['sales'] });
    expect(zendesk.fieldId('support_line')).toBe(field);
    await seedTicket();
    expect(zendesk.world.tickets.all().map((ticket) => ticket.id)).toEqual([1, 2]);
  });

  it('knows after a restart what belongs together, and that a job which was not over has failed', async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'zendesk-data-'));
    zendesk = await startTestZendesk(undefined, { dataDir, jobDelayMs: 600_000 });
    await seedTicket({ type: 'problem' });
    await seedTicket({ type: 'incident', problem_id: 1 });
    await seedTicket({ subject: 'Gone' });
    await zendesk.call('DELETE', '/api/v2/tickets/3');
    const { body } = await zendesk.call('PUT', '/api/v2/tickets/update_many?ids=1', {
      ticket: { priority: 'low' },
    });
    await zendesk.close();
    zendesk = await startTestZendesk(undefined, { dataDir });
    const incidents = await zendesk.call('GET', '/api/v2/tickets/1/incidents');
    expect(incidents.body.tickets.map(({ id }) => id)).toEqual([2]);
    const deleted = await zendesk.call('GET', '/api/v2/deleted_tickets');
    expect(deleted.body.deleted_tickets).toMatchObject([{ id: 3, subject: 'Gone' }]);
    const job = await zendesk.call('GET', `/api/v2/job_statuses/${body.job_status.id}`);
    expect(job.body.job_status).toMatchObject({ status: 'failed', results: null });
  });
});

describe('control', () => {
  beforeEach(async () => {
    zendesk = await startTestZendesk();
  });

  it('takes mail, which becomes a ticket of an unverified end user', async () => {
    const { status, body } = await zendesk.control('mail', {
      from: 'Stranger@mail.test',
      subject: 'Hello',
      body: 'Install it for me',
    });
    expect(status).toBe(201);
    expect(zendesk.world.tickets.get(Number(body.ticket_id))).toMatchObject({
      via: { channel: 'email', source: { from: { address: 'stranger@mail.test' } } },
      via_id: 4,
      tags: ['sales'],
    });
    expect(zendesk.world.users.get(Number(body.user_id))).toMatchObject({
      identities: [{ type: 'email', value: 'stranger@mail.test', verified: false }],
      role: 'end-user',
    });
    expect((await zendesk.control('mail', { from: 'nobody' })).status).toBe(400);
  });

  it('seeds users and tickets, with fields by their identifier', async () => {
    const { status, body } = await zendesk.control('seed', {
      users: [{ email: 'seeded@client.test', name: 'Seeded', user_fields: { support_credits: 2 } }],
      tickets: [
        { requester: 'seeded@client.test', subject: 'S', via: 'email', fields: { support_line: 'tech' } },
      ],
    });
    expect(status).toBe(200);
    expect(body.tickets).toEqual([1]);
    expect(zendesk.world.tickets.get(1)).toMatchObject({ tags: ['tech'], via_id: 4, subject: 'S' });
    const user = zendesk.world.users.find((one) => one.email === 'seeded@client.test');
    expect(user).toMatchObject({
      name: 'Seeded',
      identities: [{ verified: true }],
      user_fields: { support_credits: 2 },
    });
  });

  it.each([
    [{ orders: [] }],
    [{ users: [{ email: 'no address' }] }],
    [{ tickets: [{ requester: 'a@b.test', via: 'pigeon' }] }],
    [{ tickets: [{ requester: 'a@b.test', fields: { nothing: 'x' } }] }],
    [{ tickets: [{ requester: 'a@b.test', status: 'lost' }] }],
  ])('refuses the seed %p', async (body) => {
    const answer = await zendesk.control('seed', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toEqual(expect.any(String));
  });

  it.each([
    [{ webhooks: { drop: 2 } }],
    [{ webhooks: { duplicate: -1 } }],
    [{ webhooks: { lose: true } }],
    [{ api: { status: 200 } }],
    [{ database: {} }],
    [[]],
  ])('refuses the faults %p', async (body) => {
    expect((await zendesk.control('faults', body)).status).toBe(400);
  });

  it('lets the API fail as told, until the faults are cleared', async () => {
    await zendesk.control('faults', { api: { status: 503 } });
    expect((await zendesk.call('GET', '/api/v2/tickets')).status).toBe(503);
    await zendesk.control('faults', { api: { status: 429, rate: 1 } });
    expect((await zendesk.call('GET', '/api/v2/tickets')).headers.get('retry-after')).toBe('1');
    await zendesk.control('faults', { api: { status: 503, rate: 0 } });
    expect((await zendesk.call('GET', '/api/v2/tickets')).status).toBe(200);
    await zendesk.control('faults', { api: { status: 503 } });
    await zendesk.control('faults', {});
    expect((await zendesk.call('GET', '/api/v2/tickets')).status).toBe(200);
  });

  it('lists what was received and what was sent, with who asked', async () => {
    const receiver = await startReceiver();
    await zendesk.close();
    zendesk = await startTestZendesk(receiver.url);
    await zendesk.call('POST', '/api/v2/tickets.json', { ticket: { comment: { body: 'x' } } });
    await receiver.waitFor(1);
    await zendesk.call('GET', '/api/v2/tickets');
    const received = (await (await fetch(`${zendesk.url}/_control/received`)).json()) as unknown[];
    expect(received).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        path: '/api/v2/tickets.json',
        status: 201,
        detail: expect.objectContaining({ user: 'admin@agent.test' }),
      }),
    );
    await receiver.close();
  });
});
