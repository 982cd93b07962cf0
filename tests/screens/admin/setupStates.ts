import type { BridgeStatus } from '../../../src/contract/bridgeStatus';
import type { SetupCheck } from '../../../src/contract/setupCheck';
import { say } from '../../../src/domain/setup/saying';
import type { Saying } from '../../../src/domain/setup/saying';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'setup';
const NOW = '2026-11-22T10:00:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();

/** A bridge of which something has to be seen to. */
export const STATUS: BridgeStatus = {
  version: '1.4.0',
  mode: 'live',
  now: NOW,
  webhookAt: ago(0),
  sweep: { endedAt: ago(1), reachedAt: ago(2) },
  jobs: { waiting: 12, oldestAt: ago(3), failing: 2, givenUp: 1 },
  billing: {
    isAnswering: true,
    answeredAt: ago(4),
    failure: { at: ago(190), why: say('failed_billing_timeout') },
  },
};

/** A bridge that has just begun. */
export const NEW_STATUS: BridgeStatus = {
  ...STATUS,
  mode: 'shadow',
  webhookAt: null,
  sweep: { endedAt: null, reachedAt: null },
  jobs: { waiting: 0, oldestAt: null, failing: 0, givenUp: 0 },
  billing: { isAnswering: null, answeredAt: null, failure: null },
};

type Row = SetupCheck['findings'][number];

const toRow = (
  step: Row['step'],
  verdict: Row['verdict'],
  found: Saying,
  change: Saying[] = [],
  place: string | null = null,
): Row => ({ step, verdict, found: [found], change, place });

/** Zendesk with some of everything. */
export const ZENDESK: SetupCheck = {
  system: 'zendesk',
  checkedAt: NOW,
  findings: [
    toRow('sign-in', 'good', say('sign_in_good')),
    toRow('user', 'good', say('user_good', { name: 'Support Credits' })),
    toRow(
      'app',
      'problem',
      say('app_several', {
        count: 2,
        names: { and: ['«Support Credits» (360001)', '«Support Credits 2» (360002)'] },
      }),
      [say('app_uninstall_others')],
      '/admin/apps-integrations/apps/support-apps',
    ),
    toRow(
      'forms',
      'note',
      say('forms_some_lack', {
        missing: {
          rows: [
            say('form_lacks', { titles: { list: ['«Support line»', '«Topic»'] }, form: 'Sales' }),
            say('form_lacks', { titles: { list: ['«Product»'] }, form: 'Technical support' }),
          ],
        },
      }),
      [say('forms_put_where_asked')],
      '/admin/objects-rules/tickets/ticket-forms',
    ),
    toRow(
      'webhook',
      'problem',
      say('webhook_elsewhere', {
        name: 'Support Credits bridge',
        endpoint: 'https://old-credits.example.com/webhooks/zendesk',
      }),
      [say('webhook_make_package')],
      '/admin/apps-integrations/actions-webhooks/webhooks',
    ),
    toRow('triggers', 'good', say('triggers_good', { count: 11 })),
    toRow('macros', 'good', say('macros_good', { count: 9 })),
    toRow('views', 'good', say('views_good', { count: 4 })),
  ],
};

/** Billing whose certificate is not believed: nothing behind it was looked at. */
export const BILLING: SetupCheck = {
  system: 'billing',
  checkedAt: NOW,
  findings: [
    toRow('reach', 'good', say('reach_good', { host: 'billing.example.com', port: 1500 })),
    toRow(
      'certificate',
      'problem',
      say('certificate_doubted', {
        doubt: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        fingerprint: Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(
          ':',
        ),
      }),
      [say('certificate_compare')],
    ),
    ...(['login', 'rights'] as const).map((step) =>
      toRow(step, 'skipped', say('not_looked_at', { after: { step: 'certificate' } })),
    ),
  ],
};

const buildAnswers = (status: BridgeStatus, zendesk: SetupCheck, billing: SetupCheck) =>
  buildAdminAnswers([
    { match: '/v1/admin/status', status: 200, body: status },
    { match: 'system=zendesk', status: 200, body: zendesk },
    { match: 'system=billing', status: 200, body: billing },
  ]);

const wellDone: SetupCheck = {
  ...ZENDESK,
  findings: ZENDESK.findings.filter(({ verdict }) => verdict === 'good'),
};

/** How the bridge fares and what is set up. */
export const SETUP_STATES: AdminState[] = [
  { name: 'setup', tab: TAB, answers: buildAnswers(STATUS, ZENDESK, BILLING) },
  {
    name: 'setup-new',
    tab: TAB,
    answers: buildAnswers(NEW_STATUS, wellDone, { ...BILLING, findings: BILLING.findings.slice(0, 1) }),
  },
  { name: 'setup-loading', tab: TAB, answers: buildAdminAnswers([{ match: '/v1/admin/' }]) },
  { name: 'setup-failing', tab: TAB, answers: buildAdminRefusal(503, 'database_unavailable') },
];
