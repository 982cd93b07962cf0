import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startZendesk } from '../../../src/simulators/zendesk/startZendesk';
import type { RunningZendesk, ZendeskOptions } from '../../../src/simulators/zendesk/startZendesk';
import { UNDESCRIBED_PATHS } from '../../helpers/openapi/CONTRADICTIONS';
import { validateResponse } from '../../helpers/openapi/validateResponse';

export const WEBHOOK_SECRET = 'secret-of-the-test';
export const OAUTH_CLIENT = { id: 'test-bridge', secret: 'test-secret' };
const ROOT = join(__dirname, '../../..');

/** What tests look into; which of it an answer has depends on the call. */
export type WireBody = {
  ticket: WireTicket;
  tickets: WireTicket[];
  request: WireTicket;
  audit: WireAudit;
  audits: WireAudit[];
  job_status: WireJob;
  user: { id: number; email: string; suspended: boolean; user_fields: Record<string, unknown> };
  users: WireBody['user'][];
  invocations: { id: string; status: string; attempts_count: number }[];
  [key: string]: unknown;
};
export type WireJob = {
  id: string;
  status: string;
  total: number;
  progress: number | null;
  message: string | null;
  results: Record<string, unknown>[] | null;
  url: string;
};
export type WireTicket = {
  id: number;
  tags: string[];
  status: string;
  updated_at: string;
  via: unknown;
  custom_fields: { id: number; value: unknown }[];
};
type WireAudit = { id: number; author_id: number; via: unknown; events: Record<string, unknown>[] };
export type ZendeskOptionsOfTest = Partial<ZendeskOptions>;
export type Answer = { status: number; headers: Headers; body: WireBody };

export type TestZendesk = RunningZendesk & {
  /** Calls as that user; an answer that is a success must keep to the vendor's document. */
  call(method: string, path: string, body?: unknown, as?: string): Promise<Answer>;
  control(path: string, body?: unknown): Promise<Answer>;
  /** What came of the job that this call started, once it is over. */
  job(method: string, path: string, body?: unknown, as?: string): Promise<WireJob>;
  /** The real id of a ticket field of the app. */
  fieldId(identifier: string): number;
};

/** The simulator with this project's own app installed, its webhook pointing at `receiver`. */
export async function startTestZendesk(
  receiver = 'http://127.0.0.1:9',
  options: ZendeskOptionsOfTest = {},
): Promise<TestZendesk> {
  const folder = writeAppPackage(receiver);
  const zendesk = await startZendesk({
    port: 0,
    assetsPort: 0,
    appPackageDir: folder,
    appSettings: { shared_secret: 'shared', bridge_url: receiver },
    oauthClient: OAUTH_CLIENT,
    jobDelayMs: 0,
    ...options,
    webhooks: { retryDelayMs: 1, retryAfterUnitMs: 1, reorderWindowMs: 50, ...options.webhooks },
  });
  const call: TestZendesk['call'] = (method, path, body, as = 'admin@agent.test') =>
    callApi(zendesk.url, method, path, body, as);
  return {
    ...zendesk,
    call,
    job: async (method, path, body, as) => {
      let { job_status: job } = (await call(method, path, body, as)).body;
      while (job.status === 'queued' || job.status === 'working') {
        job = (await call('GET', `/api/v2/job_statuses/${job.id}`)).body.job_status;
      }
      return job;
    },
    control: (path, body = {}) => send(zendesk.url, 'POST', `/_control/${path}`, body, {}),
    fieldId: (identifier) =>
      Number(
        zendesk.world.installation()?.requirements.find((one) => one.identifier === identifier)
          ?.requirement_id,
      ),
    close: async () => {
      await zendesk.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function writeAppPackage(receiver: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zendesk-app-'));
  for (const name of ['manifest.json', 'requirements.json']) {
    const text = readFileSync(join(ROOT, name), 'utf8')
      .replaceAll('__BRIDGE_URL__', receiver)
      .replaceAll('__BRIDGE_HOST__', '127.0.0.1')
      .replaceAll('__ZENDESK_WEBHOOK_SECRET__', WEBHOOK_SECRET);
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'iframe.html'), '<p>the app</p>');
  return folder;
}

async function callApi(
  url: string,
  method: string,
  path: string,
  body: unknown,
  as: string,
): Promise<Answer> {
  const answer = await send(url, method, path, body, { authorization: `Bearer playground:${as}` });
  const isDescribed = !UNDESCRIBED_PATHS.some(({ pattern }) => pattern.test(path));
  if (answer.status < 300 && isDescribed) {
    expect(validateResponse(method, path, answer.status, answer.body)).toEqual([]);
  }
  return answer;
}

/** Sends JSON and reads JSON; a body that is a string or form goes as it is. */
export async function send(
  url: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const isForm = body instanceof URLSearchParams;
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: parsed as WireBody };
}
