import type { Random } from './buildRandom';
import type { Deed, Life, LifeStep } from './life';

/** How many there are to choose from. */
export type Counts = { clients: number; agents: number; lives: number; defects: number };

const MOST_STEPS = 9;
const LONGEST_REST_MS = 900;

/** Values of the field «Credit action»; those at the end are refused by the published rules. */
const ACTIONS: readonly (readonly [number, string])[] = [
  [4, 'refund_software_defect'],
  [4, 'refund_hotfix'],
  [2, 'refund_fixed_in_release'],
  [3, 'refund_out_of_scope'],
  [3, 'refund_goodwill'],
  [4, 'debit'],
  [3, 'waive'],
  [4, 'recheck'],
  [4, 'approve'],
  [2, 'new_problem'],
  [1, 'refund_feature_request'],
];

const FOLLOWERS = [
  [4, 'requester'],
  [1, 'colleague'],
  [2, 'agent'],
] as const;

const MOST_IN_BULK = 6;

function drawLives(random: Random, { lives }: Counts): number[] {
  return Array.from({ length: random.between(2, MOST_IN_BULK) }, () => random.between(0, lives - 1));
}

/** Draws one ticket's life. Steps are drawn without knowing how the earlier ones will end: that is up to the world. */
export function planLife(random: Random, number: number, counts: Counts): Life {
  return {
    number,
    client: random.between(0, counts.clients - 1),
    opening: random.weighted([
      [9, 'form_tech'],
      [2, 'form_topic'],
      [3, 'form_sales'],
      [3, 'mail'],
      [2, 'agent_tech'],
    ] as const),
    steps: Array.from({ length: random.between(1, MOST_STEPS) }, (): LifeStep => {
      return { restMs: random.between(0, LONGEST_REST_MS), deed: planDeed(random, counts) };
    }),
  };
}

function planDeed(random: Random, counts: Counts): Deed {
  const kind = random.weighted([
    [4, 'client_reply'],
    [4, 'agent_reply'],
    [5, 'hand_over'],
    [4, 'hand_back'],
    [3, 'status'],
    [2, 'requester'],
    [5, 'command'],
    [1, 'bulk_command'],
    [2, 'at_once'],
    [1, 'other_system'],
    [2, 'merge'],
    [2, 'link'],
    [1, 'unlink'],
    [1, 'become_defect'],
    [2, 'close'],
    [4, 'follow_up'],
    [1, 'mail_reply'],
    [1, 'delete'],
    [1, 'spam'],
    [1, 'restore'],
  ] as const);
  if (kind === 'at_once') {
    return { kind, deeds: Array.from({ length: random.between(2, 3) }, () => planOwnDeed(random, counts)) };
  }
  if (kind === 'other_system') return { kind, writes: random.between(3, 8) };
  return toDeed(kind, random, counts);
}

/** What one agent does in the same moment as another: nearly always something about the line or the credit. */
function planOwnDeed(random: Random, counts: Counts): Deed {
  const kind = random.weighted([
    [4, 'command'],
    [2, 'hand_over'],
    [2, 'hand_back'],
    [1, 'agent_reply'],
    [1, 'status'],
  ] as const);
  return toDeed(kind, random, counts);
}

type PlainKind = Exclude<Deed['kind'], 'at_once' | 'other_system'>;

function toDeed(kind: PlainKind, random: Random, counts: Counts): Deed {
  const agent = random.between(0, counts.agents - 1);
  switch (kind) {
    case 'client_reply':
      return { kind };
    case 'agent_reply':
      return { kind, agent, isPublic: random.chance(0.7) };
    case 'hand_over':
      return { kind, agent };
    case 'hand_back':
      return { kind, agent, saying: random.pick(['nothing', 'public'] as const) };
    case 'status':
      return { kind, agent, status: random.pick(['open', 'pending', 'solved'] as const) };
    case 'requester':
      return { kind, agent, client: random.between(0, counts.clients - 1) };
    case 'command':
      return { kind, agent, action: random.weighted(ACTIONS) };
    case 'bulk_command':
      return { kind, agent, action: random.weighted(ACTIONS), lives: drawLives(random, counts) };
    case 'merge':
      return { kind, agent, into: random.between(0, counts.lives - 1) };
    case 'link':
      return { kind, agent, defect: random.between(0, counts.defects - 1) };
    case 'follow_up':
      return { kind, agent, by: random.weighted(FOLLOWERS) };
    case 'mail_reply':
      return { kind };
    case 'unlink':
    case 'become_defect':
    case 'close':
    case 'delete':
    case 'spam':
    case 'restore':
      return { kind, agent };
  }
}
