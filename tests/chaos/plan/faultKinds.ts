import type { Faults } from './disturbance';

/** How billing is away. */
export const BILLING_FAULTS: readonly Faults[] = [
  { status: 502 },
  { html: true },
  { truncate: true },
  { requestInProcess: true },
  { hang: true },
  { status: 503, rate: 0.5 },
];

/** What happens to webhooks on their way. */
export const WEBHOOK_FAULTS: readonly Faults[] = [
  { drop: 0.5 },
  { drop: 1 },
  { duplicate: 3, reorder: 0.5 },
  { duplicate: 2, duplicateRate: 0.5, drop: 0.3, repeatTimestamp: 'same' },
  { reorder: true, delayMs: 1_500, delayRate: 0.5 },
  { badSignature: 0.7 },
  { resend: 0.5, resendAfterMs: 2_000 },
  { unescapedTitle: true, drop: 0.2 },
];

/** How Zendesk's API fails. What an agent could not make up for by trying again meets the bridge alone. */
export const API_FAULTS: readonly Faults[] = [
  { statuses: { '503': 0.2, '500': 0.1 } },
  { statuses: { '429': 0.3 }, retryAfterS: 1 },
  { loseAnswer: 0.3, onlyTokens: true },
  { delayMs: 150 },
];
