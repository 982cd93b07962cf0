import { jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { SIDEBAR_TOKEN_AUDIENCE, SIDEBAR_TOKEN_ISSUER, USER_CLAIM } from '../../contract/paths';

const MAX_AGE_SECONDS = 5 * 60;
const CLOCK_TOLERANCE_SECONDS = 60;

/** What a believed token holds: whom the browser says that it speaks for, which proves nothing, and what it is signed with. */
export type SidebarToken = {
  claimedUserId: string | undefined;
  signedWith: 'current_secret' | 'old_secret';
};

/**
 * Believes a JWT in the header that Zendesk's proxy signed with the app's secure setting, the first of `secrets` or one that is
 * still valid while it is replaced: HS256 only, for us, and five minutes old at the most; else undefined. It proves the installation, not who the agent is: the claims are chosen in the browser
 * (zendesk.md 2.5).
 */
export async function verifySidebarToken(
  authorization: string | undefined,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): Promise<SidebarToken | undefined> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const payloads = await Promise.all(secrets.map((secret) => readPayload(token, secret, now)));
  const index = payloads.findIndex((payload) => payload !== undefined);
  const payload = payloads[index];
  if (payload === undefined) return undefined;
  return {
    claimedUserId: readUserId(payload),
    signedWith: index === 0 ? 'current_secret' : 'old_secret',
  };
}

async function readPayload(token: string, secret: string, now: Date): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: SIDEBAR_TOKEN_AUDIENCE,
      issuer: SIDEBAR_TOKEN_ISSUER,
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    return isShortLived(payload, now) ? payload : undefined;
  } catch {
    return undefined;
  }
}

function readUserId(payload: JWTPayload): string | undefined {
  const userId = payload[USER_CLAIM];
  return typeof userId === 'string' && /^[1-9]\d{0,18}$/.test(userId) ? userId : undefined;
}

/**
 * Whether the proxy adds `iat` is not documented (zendesk.md 13), so the age is bounded from both ends: a token without
 * `iat` may not end later than one made now could.
 */
function isShortLived({ iat, exp }: JWTPayload, now: Date): boolean {
  const nowSeconds = Math.floor(now.getTime() / 1_000);
  const bound = MAX_AGE_SECONDS + CLOCK_TOLERANCE_SECONDS;
  if (exp === undefined || exp - nowSeconds > bound) return false;
  return iat === undefined || Math.abs(nowSeconds - iat) <= bound;
}
