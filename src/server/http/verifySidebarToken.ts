import { jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { SIDEBAR_TOKEN_AUDIENCE, SIDEBAR_TOKEN_ISSUER } from '../../contract/paths';

const MAX_AGE_SECONDS = 5 * 60;
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * True when the header carries a JWT that Zendesk's proxy signed with the app's secure setting: HS256 only, for us, and
 * five minutes old at the most. It proves the installation, not who the agent is: the claims are chosen in the browser
 * (zendesk.md 2.5), so none of them is read for anything else.
 */
export async function verifySidebarToken(
  authorization: string | undefined,
  { secret, now }: { secret: string; now: Date },
): Promise<boolean> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return false;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: SIDEBAR_TOKEN_AUDIENCE,
      issuer: SIDEBAR_TOKEN_ISSUER,
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    return isShortLived(payload, now);
  } catch {
    return false;
  }
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
