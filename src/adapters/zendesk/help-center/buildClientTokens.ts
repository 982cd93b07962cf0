import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Clock } from '../../../use-cases/ports/clock';
import type { ClientTokens, TokenRefusal } from '../../../use-cases/ports/clientTokens';
import { buildKeyMemory } from './buildKeyMemory';
import type { KeyMemory } from './buildKeyMemory';
import { buildKeysHttp, readKeys } from './readKeys';
import type { KeySet } from './readKeys';

/** Where the account is, and whom tokens have to be for; undefined: for nobody by name. */
export type ClientTokensOptions = { zendeskUrl: string; audience: string | undefined; clock: Clock };

const CLOCK_TOLERANCE_SECONDS = 60;

/** A token is some 800 characters; custom claims may make it longer. */
const MAX_TOKEN_LENGTH = 8_192;

/**
 * Believes tokens that the account's help center signed for whoever is signed in there: RS256 alone, with an end that is not
 * over, by a key that the account publishes now. What binds a token to this account is the key.
 *
 * The vendor describes the claims as «email address, user id and external id» without their names (zendesk.md 9). UNVERIFIED:
 * the id is read from `userId`, as public integrations do; the e-mail is not read, for nothing says that it is verified.
 * UNVERIFIED: whether there is an `aud`. A token that names an audience is only taken when that one is configured; when one
 * is configured, it has to be there.
 */
export function buildClientTokens(options: ClientTokensOptions): ClientTokens {
  const http = buildKeysHttp(options.zendeskUrl);
  const memory = buildKeyMemory(() => readKeys(http), options.clock);
  return {
    readPerson: async (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined || token.length > MAX_TOKEN_LENGTH) return refuse('token_missing');
      const checked = await check(token, memory, options);
      return checked.ok ? toPerson(checked.payload, options.audience) : checked;
    },
  };
}

type Checked = { ok: true; payload: JWTPayload } | ReturnType<typeof refuse>;

function refuse(reason: TokenRefusal): { ok: false; reason: TokenRefusal } {
  return { ok: false, reason };
}

/** A key that is not known yet may be a new one: keys are read again, once. */
async function check(token: string, memory: KeyMemory, options: ClientTokensOptions): Promise<Checked> {
  const first = await checkBy(await memory.recall(), token, options);
  if (first !== 'key_unknown') return first;
  const keys = await memory.readAgain();
  const second = keys === undefined ? first : await checkBy(keys, token, options);
  return second === 'key_unknown' ? refuse('token_invalid') : second;
}

async function checkBy(
  keys: KeySet,
  token: string,
  { audience, clock }: ClientTokensOptions,
): Promise<Checked | 'key_unknown'> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: clock.now(),
      ...(audience === undefined ? {} : { audience }),
    });
    return { ok: true, payload };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'key_unknown';
    if (error instanceof errors.JWTExpired) return refuse('token_expired');
    const isForOthers = error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud';
    return refuse(isForOthers ? 'token_for_others' : 'token_invalid');
  }
}

function toPerson(
  payload: JWTPayload,
  audience: string | undefined,
): { ok: true; value: string } | ReturnType<typeof refuse> {
  // Who is not named in an audience has to refuse the token (RFC 7519, 4.1.3).
  if (audience === undefined && payload.aud !== undefined) return refuse('token_for_others');
  const id: unknown = payload['userId'];
  const text = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id;
  const isId = typeof text === 'string' && /^[1-9]\d{0,18}$/.test(text);
  return isId ? { ok: true, value: text } : refuse('token_without_person');
}
