import { isRecord } from '../wire/isRecord';

/** What a fault takes, and how that is said. */
export type Check = { holds: (value: unknown) => boolean; wants: string };

const MAX_COPIES = 100;
const MAX_DELAY_MS = 600_000;
const MAX_RETRY_AFTER_S = 3600;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isWhole = (value: unknown, least: number, most: number): boolean =>
  isNumber(value) && Number.isInteger(value) && value >= least && value <= most;
const isShare = (value: unknown): boolean => isNumber(value) && value >= 0 && value <= 1;
const isStatus = (value: unknown): boolean => isWhole(value, 400, 599);

const SHARE: Check = { holds: isShare, wants: 'from 0 to 1' };
const SWITCH: Check = { holds: (value) => typeof value === 'boolean', wants: 'true or false' };
const SWITCH_OR_SHARE: Check = {
  holds: (value) => SWITCH.holds(value) || isShare(value),
  wants: 'true, false or a share from 0 to 1',
};
const DELAY: Check = {
  holds: (value) => isNumber(value) && value >= 0 && value <= MAX_DELAY_MS,
  wants: `milliseconds up to ${String(MAX_DELAY_MS)}`,
};
const COPIES: Check = {
  holds: (value) => isWhole(value, 0, MAX_COPIES),
  wants: `a whole number up to ${String(MAX_COPIES)}`,
};
const RETRY_AFTER: Check = {
  holds: (value) => isWhole(value, 0, MAX_RETRY_AFTER_S),
  wants: `whole seconds up to ${String(MAX_RETRY_AFTER_S)}`,
};
const STATUS: Check = { holds: isStatus, wants: 'a status from 400 to 599' };
const STATUSES: Check = {
  holds: (value) =>
    isRecord(value) &&
    Object.entries(value).every(([status, share]) => isStatus(Number(status)) && isShare(share)),
  wants: 'statuses from 400 to 599 with their shares',
};
const TIMESTAMP: Check = { holds: (value) => value === 'new' || value === 'same', wants: '"new" or "same"' };
export const SEED: Check = {
  holds: (value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER),
  wants: 'a whole number from 0',
};

export const WEBHOOK_CHECKS: Readonly<Record<string, Check>> = {
  drop: SHARE,
  duplicate: COPIES,
  duplicateRate: SHARE,
  delayMs: DELAY,
  delayRate: SHARE,
  reorder: SWITCH_OR_SHARE,
  badSignature: SWITCH_OR_SHARE,
  resend: SHARE,
  resendAfterMs: DELAY,
  repeatTimestamp: TIMESTAMP,
  unescapedTitle: SWITCH_OR_SHARE,
};

export const API_CHECKS: Readonly<Record<string, Check>> = {
  status: STATUS,
  rate: SHARE,
  statuses: STATUSES,
  retryAfterS: RETRY_AFTER,
  delayMs: DELAY,
  delayRate: SHARE,
  loseAnswer: SHARE,
  onlyTokens: SWITCH,
};
