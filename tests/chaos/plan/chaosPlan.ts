import type { Disturbance } from './disturbance';
import type { Life } from './life';

/** Everything that a run decides: drawn from the seed before anything starts. */
export type ChaosPlan = {
  seed: string;
  /** Decides, for the simulated Zendesk, which webhooks and requests a fault strikes. */
  faultSeed: number;
  clients: PlannedClient[];
  agents: PlannedAgent[];
  /** How many problem tickets there are from the beginning, which incidents are linked to. */
  defectCount: number;
  lives: Life[];
  disturbances: Disturbance[];
};

/** A person who asks, and the billing account behind that person. */
export type PlannedClient = {
  email: string;
  name: string;
  /** Whether the address is verified in Zendesk. */
  isVerified: boolean;
  /** What billing knows of the account; nothing for one whom it does not know, two for one e-mail in two accounts. */
  accounts: PlannedAccount[];
  /** The place among the clients of the one whose account this person belongs to as well. */
  colleagueOf?: number;
};

/** Amounts as billing takes them; packs by how many credits they hold. */
export type PlannedAccount = { name: string; spent: string; packs: number[]; partnerLevel?: string };

/** A person of the helpdesk; admins may use reasons that others may not. */
export type PlannedAgent = { email: string; name: string; role: 'agent' | 'admin' };
