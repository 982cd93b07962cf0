import type { ClientCredits, PublicRules } from '../../contract/clientCredits';
import type { Bridge } from './buildBridge';

/** What could be learned: of the client, who is not known on every plan, and of what is published. */
export type Known = { credits: ClientCredits | undefined; rules: PublicRules | undefined };

/** Asks for the client's own credits, and for the rules alone where those cannot be had. Never rejects. */
export async function readKnown(bridge: Bridge): Promise<Known> {
  const credits = await bridge.readCredits();
  return { credits, rules: credits ?? (await bridge.readRules()) };
}
