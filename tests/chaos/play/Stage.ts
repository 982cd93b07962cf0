import type { ChaosPlan } from '../plan/chaosPlan';
import type { ChaosWorld } from '../world/startChaosWorld';
import type { Journal } from './Journal';
import type { Person } from './personAt';

/** What is needed to play: the world, the people in it by their places in the plan, and Zendesk's ids. */
export type Stage = {
  plan: ChaosPlan;
  world: ChaosWorld;
  journal: Journal;
  agents: readonly Person[];
  clients: readonly (Person & { userId: number })[];
  /** Another system's integration with Zendesk. */
  otherSystem: Person;
  /** Problem tickets that incidents are linked to. */
  defects: readonly number[];
  /** Ids of the app's ticket fields in Zendesk. */
  fields: { line: number; topic: number; action: number; credit: number };
};
