import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import requirements from '../../../requirements.json';
import { buildZendeskChangedTickets } from '../../../src/adapters/zendesk/buildZendeskChangedTickets';
import { buildZendeskDesk } from '../../../src/adapters/zendesk/buildZendeskDesk';
import type { ZendeskClientOptions } from '../../../src/adapters/zendesk/buildZendeskClient';
import { startZendesk } from '../../../src/simulators/zendesk/startZendesk';
import type { ChangedTickets } from '../../../src/use-cases/ports/changedTickets';
import type { Desk } from '../../../src/use-cases/ports/desk';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';

/** The integration user's OAuth client of the simulated account. */
export const oauthClient = { id: 'support_credits', secret: 'the secret of the client' };

/** One request as the simulated Zendesk received it. */
export type Received = {
  /** ISO 8601. */
  at: string;
  method: string;
  path: string;
  status: number;
  detail: { user: string | null; body: unknown };
};

export type DeskOnTest = Awaited<ReturnType<typeof startDeskOnTest>>;

/** A desk adapter against a simulated account that has our fields, without webhook and triggers. */
export async function startDeskOnTest() {
  const appPackageDir = mkdtempSync(join(tmpdir(), 'support-credits-app-'));
  const { ticket_fields, user_fields } = requirements;
  writeFileSync(join(appPackageDir, 'manifest.json'), JSON.stringify({ name: 'Support Credits' }));
  writeFileSync(join(appPackageDir, 'requirements.json'), JSON.stringify({ ticket_fields, user_fields }));
  const simulator = await startZendesk({ port: 0, assetsPort: 0, appPackageDir, oauthClient });
  const log = buildRecordedLog();
  const clock = buildFixedClock('2026-11-22T10:00:00Z');

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    email = 'admin@agent.test',
  ): Promise<unknown> => {
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer playground:${email}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };

  const connection: ZendeskClientOptions = {
    baseUrl: simulator.url,
    clientId: oauthClient.id,
    clientSecret: oauthClient.secret,
    logger: log,
    clock,
    timeoutMs: 2_000,
  };

  return {
    simulator,
    log,
    clock,
    call,
    buildDesk: (options: Partial<ZendeskClientOptions> = {}): Desk =>
      buildZendeskDesk({ ...connection, ...options }),
    buildChangedTickets: (options: Partial<ZendeskClientOptions> = {}): ChangedTickets =>
      buildZendeskChangedTickets({ ...connection, ...options }),
    /** Id of the field that `requirements.json` calls so. */
    fieldId: (identifier: string): number => {
      const made = simulator.world.installation()?.requirements.find((one) => one.identifier === identifier);
      return Number(made?.requirement_id);
    },
    seedTicket: async (ticket: Record<string, unknown> = {}): Promise<string> => {
      const answer = await call('POST', '/_control/seed', {
        tickets: [{ requester: 'credits@client.test', ...ticket }],
      });
      return String((answer as { tickets: number[] }).tickets[0]);
    },
    updateTicket: (ticketId: string, ticket: Record<string, unknown>, email?: string) =>
      call('PUT', `/api/v2/tickets/${ticketId}.json`, { ticket }, email),
    advanceClock: (advanceMs: number) => call('POST', '/_control/clock', { advanceMs }),
    setFaults: (api: Record<string, unknown> | undefined) =>
      call('POST', '/_control/faults', api ? { api } : {}),
    /** What the adapter asked so far, under the name of the integration user. */
    readReceived: async (): Promise<Received[]> => {
      const received = (await call('GET', '/_control/received')) as Received[];
      return received.filter(({ detail }) => detail.user === 'bridge@agent.test');
    },
    close: async () => {
      await simulator.close();
      rmSync(appPackageDir, { recursive: true });
    },
  };
}
