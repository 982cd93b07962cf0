import type { Random } from './buildRandom';
import type { Deed, Life, LifeStep } from './life';
import { planDeed } from './planDeed';
import type { Around, Counts } from './planDeed';

/** The share of steps that are goodwill of one lead which another one approves. */
const APPROVED_GOODWILL = 0.04;

const MOST_STEPS = 9;
const LONGEST_REST_MS = 1_500;

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
    steps: planSteps(random, { ...counts, number }),
  };
}

function planSteps(random: Random, around: Around): LifeStep[] {
  const deeds = Array.from({ length: random.between(1, MOST_STEPS) }, () =>
    random.chance(APPROVED_GOODWILL) ? planGoodwill(random, around) : [planDeed(random, around)],
  );
  return deeds.flat().map((deed) => ({ restMs: random.between(0, LONGEST_REST_MS), deed }));
}

/** One lead asks for it, the other one approves, needed or not. The leads are the last of the agents. */
function planGoodwill(random: Random, { agents }: Counts): Deed[] {
  const [asker, approver] = random.chance(0.5) ? [agents - 1, agents - 2] : [agents - 2, agents - 1];
  return [
    { kind: 'command', agent: asker, action: 'refund_goodwill' },
    { kind: 'command', agent: approver, action: 'approve' },
  ];
}
