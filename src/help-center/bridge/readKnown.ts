import type { ClientCredits, PublicRules } from '../../contract/clientCredits';
import type { Bridge } from './buildBridge';

/**
 * What could be learned: of the client, who is not known on every plan, and of what is published. `isComing`: the account is
 * being read for the first time, and the bridge is asked again.
 */
export type Known = { credits: ClientCredits | undefined; rules: PublicRules | undefined; isComing: boolean };

/** Asks for the client's own credits, and for the rules alone where those cannot be had. Never rejects. */
export async function readKnown(bridge: Bridge): Promise<Known> {
  const credits = await bridge.readCredits();
  const rules = credits ?? (await bridge.readRules());
  return { credits, rules, isComing: credits?.identity === 'being_read' };
}
