/** One ticket from its first message on. */
export type Life = { number: number; client: number; opening: Opening; steps: LifeStep[] };

/** How a ticket comes to be: by the help center's form, with or without a line chosen, by mail, or by an agent's hand. */
export const OPENINGS = ['form_tech', 'form_topic', 'form_sales', 'mail', 'agent_tech'] as const;

/** How a ticket comes to be. */
export type Opening = (typeof OPENINGS)[number];

/** What somebody does, and how long the ticket rests before it. */
export type LifeStep = { restMs: number; deed: Deed };

/** `agent` and `client` are places in the plan. What makes no sense when its time comes is refused by Zendesk, or does nothing. */
export type Deed =
  | { kind: 'client_reply' }
  | { kind: 'agent_reply'; agent: number; isPublic: boolean }
  | { kind: 'hand_over'; agent: number }
  | { kind: 'hand_back'; agent: number; saying: 'nothing' | 'public' }
  | { kind: 'status'; agent: number; status: 'open' | 'pending' | 'solved' }
  | { kind: 'requester'; agent: number; client: number }
  | { kind: 'command'; agent: number; action: string }
  /** Merged into the ticket of another life. */
  | { kind: 'merge'; agent: number; into: number }
  /** Linked to one of the run's problem tickets as its incident, or not any more. */
  | { kind: 'link'; agent: number; defect: number }
  | { kind: 'unlink'; agent: number }
  /** The ticket itself becomes a problem that is marked as a defect. */
  | { kind: 'become_defect'; agent: number }
  | { kind: 'close'; agent: number }
  /** What follows in the life happens to the new ticket. */
  | { kind: 'follow_up'; by: 'requester' | 'colleague' | 'agent'; agent: number }
  | { kind: 'mail_reply' }
  | { kind: 'delete' | 'spam' | 'restore'; agent: number }
  /** The same asking on the tickets of several lives, as from a list of tickets. */
  | { kind: 'bulk_command'; agent: number; lives: number[]; action: string }
  /** Several people write in the same moment. */
  | { kind: 'at_once'; deeds: Deed[] }
  /** Another system that writes the same ticket again and again. */
  | { kind: 'other_system'; writes: number };
