import { createHmac } from 'node:crypto';
import { makeKey, signPerson } from '../../adapters/zendesk/help-center/helpCenterKeys';
import { ADMIN_ID, NOW, PUSH_SECRET, signToken, WEBHOOK_SECRET } from '../http/openServer';

/** What somebody brings to be believed; all but the first six should not be. */
export const PROOFS = [
  ...(['sidebar', 'admin', 'client', 'zendesk', 'billing', 'unknown_client'] as const),
  ...(['none', 'sidebar_expired', 'sidebar_forged', 'sidebar_unsigned', 'client_forged'] as const),
  ...(['client_expired', 'wrong_signature', 'stale_signature', 'garbage'] as const),
] as const;

export type Proof = (typeof PROOFS)[number];

/** Whose routes a proof opens; undefined: nobody's. */
export function toReader(proof: Proof): 'agent' | 'client' | 'webhook' | undefined {
  if (proof === 'sidebar' || proof === 'admin') return 'agent';
  if (proof === 'client' || proof === 'unknown_client') return 'client';
  return proof === 'zendesk' || proof === 'billing' ? 'webhook' : undefined;
}

/** Makes the headers of each proof for a body; `turn` chooses among several of a kind, which have limits of their own. */
export async function makeProofs(userIds: readonly string[]) {
  const [key, stranger] = await Promise.all([makeKey('one'), makeKey('one')]);
  const times = <Made>(make: (index: number) => Made) =>
    Promise.all(Array.from({ length: 50 }, (_, index) => make(index)));
  const unsigned = [{ alg: 'none' }, { exp: NOW.getTime() / 1_000 + 60 }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const tokens: Partial<Record<Proof, string[]>> = {
    sidebar: await times((index) => signToken({ endsIn: 60 + index })),
    admin: await times((index) => signToken({ endsIn: 60 + index, userId: ADMIN_ID })),
    client: await times((index) => signPerson(key, { userId: userIds[index % userIds.length] })),
    unknown_client: await times((index) => signPerson(key, { userId: String(5_000_000 + index) })),
    sidebar_expired: [await signToken({ issuedIn: -600, endsIn: -300 })],
    sidebar_forged: [await signToken({ secret: 'another-secret-of-thirty-two-characters' })],
    sidebar_unsigned: [`${unsigned.join('.')}.`],
    client_forged: [await signPerson(stranger)],
    client_expired: [await signPerson(key, { userId: '900' }, { endsIn: -300 })],
    garbage: ['x', 'a.b.c', '.'.repeat(200), 'eyJ'.repeat(2_000)],
  };
  return {
    publishedKey: key.jwk,
    toHeaders(proof: Proof, body: Buffer, turn: number): Record<string, string> {
      const known = tokens[proof];
      if (known !== undefined) return { authorization: `Bearer ${known[turn % known.length]!}` };
      return proof === 'none' ? {} : sign(proof, body);
    },
  };
}

function sign(proof: Proof, body: Buffer): Record<string, string> {
  const at = proof === 'stale_signature' ? new Date(NOW.getTime() - 3_600_000) : NOW;
  if (proof === 'billing') {
    const seconds = String(at.getTime() / 1_000);
    const digest = createHmac('sha256', PUSH_SECRET).update(`${seconds}.`).update(body).digest('hex');
    return { 'x-support-credits-timestamp': seconds, 'x-support-credits-signature': `sha256=${digest}` };
  }
  const secret = proof === 'wrong_signature' ? 'another' : WEBHOOK_SECRET;
  return {
    'x-zendesk-webhook-signature-timestamp': at.toISOString(),
    'x-zendesk-webhook-signature': createHmac('sha256', secret)
      .update(at.toISOString())
      .update(body)
      .digest('base64'),
  };
}
