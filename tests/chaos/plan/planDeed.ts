import type { Random } from './buildRandom';
import type { Deed } from './life';

/** How many there are to choose from. */
export type Counts = { clients: number; agents: number; lives: number; defects: number };

/** How many there are, and the life that is drawn. */
export type Around = Counts & { number: number };

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
/** Lives begin in their order, so only those near each other live at the same time. */
const NEAR = 12;

function drawNear(random: Random, { lives, number }: Around): number {
  return Math.min(lives - 1, Math.max(0, number + random.between(-NEAR, NEAR)));
}

function drawLives(random: Random, around: Around): number[] {
  return Array.from({ length: random.between(2, MOST_IN_BULK) }, () => drawNear(random, around));
}

/** Draws what happens next. */
export function planDeed(random: Random, around: Around): Deed {
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
    [3, 'merge'],
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
    return { kind, deeds: Array.from({ length: random.between(2, 3) }, () => planOwnDeed(random, around)) };
  }
  if (kind === 'other_system') return { kind, writes: random.between(3, 8) };
  return toDeed(kind, random, around);
}

/** What one agent does in the same moment as another: nearly always something about the line or the credit. */
function planOwnDeed(random: Random, around: Around): Deed {
  const kind = random.weighted([
    [4, 'command'],
    [2, 'hand_over'],
    [2, 'hand_back'],
    [1, 'agent_reply'],
    [1, 'status'],
  ] as const);
  return toDeed(kind, random, around);
}

type PlainKind = Exclude<Deed['kind'], 'at_once' | 'other_system'>;

function toDeed(kind: PlainKind, random: Random, around: Around): Deed {
  const agent = random.between(0, around.agents - 1);
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
      return { kind, agent, client: random.between(0, around.clients - 1) };
    case 'command':
      return { kind, agent, action: random.weighted(ACTIONS) };
    case 'bulk_command':
      return { kind, agent, action: random.weighted(ACTIONS), lives: drawLives(random, around) };
    case 'merge':
      return { kind, agent, into: drawNear(random, around) };
    case 'link':
      return { kind, agent, defect: random.between(0, around.defects - 1) };
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
