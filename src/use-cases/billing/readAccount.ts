import type { AccountReading } from '../../domain/accounts/accountFacts';
import { toNowMs } from './factsAges';
import { identifyRequester } from './identifyRequester';
import type { Identity } from './identifyRequester';
import { isRecent, isYounger } from './isRecent';
import type { AdapterError } from '../ports/AdapterError';
import type { DeskUser } from '../ports/desk';
import { readFacts } from './readFacts';
import type { FactsReading, ReadFactsDeps } from './readFacts';

/** What reading an account needs. */
export type ReadAccountDeps = ReadFactsDeps;

/**
 * Who the requester is in billing. With `readNow` the answer rests on what was remembered: good enough to charge and to
 * waive, but nobody is held or refused for it. `readNow` then says what billing says at this moment.
 */
export type RequesterReading = { reading: AccountReading; readNow?: () => Promise<RequesterReading> };

/**
 * Who the requester is in billing, on facts no older than `maxAgeMs`. When billing fails, facts not older than
 * `billing.chargeMaxAgeSeconds` are taken, else the reading is `unavailable` (R13), with what was known before. A failure
 * of billing is never thrown. Fails with `AdapterError` when the database cannot be asked.
 */
export async function readAccount(
  deps: ReadAccountDeps,
  requester: DeskUser | undefined,
  maxAgeMs: number,
): Promise<RequesterReading> {
  const found = await identifyRequester(deps, requester, maxAgeMs);
  if (found.kind === 'refused') return { reading: found };
  if (found.kind === 'failed') return fallBack(deps, found.known, found.error);
  const { identity } = found;
  const read = await readFacts(deps, identity.billingAccountId, maxAgeMs);
  if (read.kind === 'failed') return fallBack(deps, identity, read.error);
  const reading = toReading(identity, read);
  const isRemembered = found.isRemembered || read.kind === 'remembered';
  const nowMs = toNowMs(deps.policy);
  if (!isRemembered || maxAgeMs <= nowMs) return { reading };
  return { reading, readNow: () => readAccount(deps, requester, nowMs) };
}

function toReading({ grade }: Identity, read: Exclude<FactsReading, { kind: 'failed' }>): AccountReading {
  // An account that an e-mail led to was deleted since: its users stand for nobody any more.
  if (read.kind === 'no_account') {
    return { kind: 'refused', reason: grade === 'linked' ? 'linked_account_unknown' : 'unknown_client' };
  }
  return { kind: 'client', grade, facts: read.facts, isBooked: true };
}

/** Billing cannot be asked: what is remembered may still be charged on for a while. */
async function fallBack(
  { factsMemory, clock, policy }: ReadAccountDeps,
  identity: Identity | undefined,
  { code, retry }: AdapterError,
): Promise<RequesterReading> {
  const remembered = identity && (await factsMemory.recallFacts(identity.billingAccountId));
  if (identity === undefined || remembered === undefined) {
    return { reading: { kind: 'unavailable', code, retry, known: undefined } };
  }
  const { grade } = identity;
  const { facts } = remembered;
  const unavailable: AccountReading = { kind: 'unavailable', code, retry, known: { grade, facts } };
  const now = clock.now();
  const maxAgeMs = policy.billing.chargeMaxAgeSeconds * 1_000;
  const isMatchRecent = isYounger(identity.matchedAt, now, maxAgeMs);
  if (!isMatchRecent || !isRecent(remembered, now, maxAgeMs)) return { reading: unavailable };
  return {
    reading: { kind: 'client', grade, facts, isBooked: true },
    readNow: async () => ({ reading: unavailable }),
  };
}
