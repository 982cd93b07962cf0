/**
 * Something that happens to the world around the tickets. Times are shares of the run, 0 to 1, counted in steps of
 * lives that are done: so the order of what happens is that of the plan, however fast the machine is.
 */
export type Disturbance = { from: number; to: number; what: Trouble };

/** Faults of a simulator, as its control route takes them. */
export type Faults = Readonly<Record<string, number | boolean | string | Readonly<Record<string, number>>>>;

/** What happens. What lasts ends at `to`; what does not has `to` equal to `from`. */
export type Trouble =
  /** SIGKILL for a bridge, or SIGTERM; started again at the end. */
  | { kind: 'bridge_killed' | 'bridge_stopped'; bridge: number }
  | { kind: 'webhooks' | 'zendesk_api' | 'billing'; faults: Faults }
  /** All connections of the database are cut at once; or its server is stopped, or killed, and started again at the end. */
  | { kind: 'database_cut' | 'database_stopped' | 'database_killed' }
  /** The client of this place buys, pays, or gets money back. `isTold`: billing tells the bridge. */
  | { kind: 'billing_act'; client: number; act: Record<string, string | number>; isTold: boolean }
  /** A lead writes into a client's profile which billing account it is: one of the client's own, any, one that is not there, or none. */
  | { kind: 'client_linked'; client: number; to: 'own' | 'any' | 'absent' | 'none' }
  /** A problem ticket is tagged as a defect of the software, or the tag is taken away again. */
  | { kind: 'defect_tagged' | 'defect_untagged'; defect: number }
  /** Zendesk's clock moves on, and what was solved for long is closed by itself, without a trigger. */
  | { kind: 'clock'; days: number };
