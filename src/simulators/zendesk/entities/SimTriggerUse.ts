/** How often a trigger fired within one minute: as fine as what the account tells of it has to be. */
export type SimTriggerUse = {
  id: string;
  trigger_id: number;
  /** Minutes since the epoch. */
  minute: number;
  count: number;
};
