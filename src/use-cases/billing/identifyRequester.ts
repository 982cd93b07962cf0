import type { AccountReading, IdentityGrade } from '../../domain/accounts/accountFacts';
import { askBilling } from './askBilling';
import { isYounger } from './isRecent';
import type { AdapterError } from '../ports/AdapterError';
import type { DeskUser } from '../ports/desk';
import type { ReadFactsDeps } from './readFacts';

type IdentifyDeps = Pick<ReadFactsDeps, 'billing' | 'factsMemory' | 'clock' | 'logger'>;

/** Whose account a requester's is, and since when that is known (ISO 8601). */
export type Identity = { grade: IdentityGrade; billingAccountId: string; matchedAt: string };

/** Who the requester is in billing. `isRemembered`: as billing said before. `known` is for when billing cannot be asked. */
export type Identification =
  | Extract<AccountReading, { kind: 'refused' }>
  | { kind: 'account'; identity: Identity; isRemembered: boolean }
  | { kind: 'failed'; error: AdapterError; known: Identity | undefined };

/**
 * Finds the account of a requester. A link that people of the helpdesk wrote beats the e-mail, and is taken at its word
 * each time: no cache delays a change. Without one only a verified e-mail may stand for a client: anybody can write from
 * any address.
 * That an e-mail is one account's is remembered for `maxAgeMs`; that it is none's or several's is always asked anew, for
 * that holds the ticket.
 */
export async function identifyRequester(
  deps: IdentifyDeps,
  requester: DeskUser | undefined,
  maxAgeMs: number,
): Promise<Identification> {
  const link = requester?.billingAccountId;
  if (link !== undefined) return identifyByLink(link, deps.clock.now());
  const email = requester?.email;
  if (requester === undefined || email === undefined)
    return { kind: 'refused', reason: 'requester_without_email' };
  if (!requester.isEmailVerified) return { kind: 'refused', reason: 'unverified_email' };
  return identifyByEmail(deps, email, maxAgeMs);
}

/** Accounts of billing are numbers; anything else names none. Whether this one exists, its reading will tell. */
function identifyByLink(link: string, now: Date): Identification {
  if (!/^[1-9]\d{0,18}$/.test(link)) return { kind: 'refused', reason: 'linked_account_unknown' };
  const identity: Identity = { grade: 'linked', billingAccountId: link, matchedAt: now.toISOString() };
  return { kind: 'account', identity, isRemembered: false };
}

async function identifyByEmail(
  { billing, factsMemory, clock, logger }: IdentifyDeps,
  email: string,
  maxAgeMs: number,
): Promise<Identification> {
  const askedAt = clock.now();
  const known = toIdentity(await factsMemory.recallClient(email));
  if (known !== undefined && isYounger(known.matchedAt, askedAt, maxAgeMs))
    return { kind: 'account', identity: known, isRemembered: true };
  const answer = await askBilling(logger, () => billing.readClient(email));
  if (!answer.ok) {
    if (known !== undefined) await factsMemory.rememberFailure(known.billingAccountId);
    return { kind: 'failed', error: answer.error, known };
  }
  if (answer.value.kind !== 'one') {
    await factsMemory.forgetClient(email);
    return { kind: 'refused', reason: answer.value.kind === 'none' ? 'unknown_client' : 'ambiguous_client' };
  }
  const { billingAccountId } = answer.value;
  const matchedAt = askedAt.toISOString();
  await factsMemory.rememberClient(email, billingAccountId, matchedAt);
  return {
    kind: 'account',
    identity: { grade: 'verified_email', billingAccountId, matchedAt },
    isRemembered: false,
  };
}

/** A match from before its time was kept is as old as can be. */
function toIdentity(
  client: { billingAccountId: string; matchedAt: string | undefined } | undefined,
): Identity | undefined {
  if (client === undefined) return undefined;
  const { billingAccountId, matchedAt = new Date(0).toISOString() } = client;
  return { grade: 'verified_email', billingAccountId, matchedAt };
}
