import { readWantedSetup } from '../../src/adapters/zendesk/check/wantedSetup';
import { TRIGGER_KEYS } from '../../src/contract/triggers';
import type { AppTrigger, AppTriggers, TriggerKey } from '../../src/contract/triggers';

const WANTED = readWantedSetup('https://shop.example.test/').triggers;

/** The triggers that the app really ships, all as shipped but for what a test changes. */
export function buildTriggers(changes: Partial<Record<TriggerKey, Partial<AppTrigger>>> = {}): AppTriggers {
  const triggers = TRIGGER_KEYS.map((key, index): AppTrigger => {
    const { title, isActive, conditions, actions } = WANTED.find(({ identifier }) => identifier === key)!;
    const shipped = { title, isActive, conditions, actions };
    return {
      key,
      seen: {
        id: String(360_001 + index),
        position: index + 12,
        rule: shipped,
        uses: { hour: 0, day: 0, week: 0, month: 0 },
      },
      shipped,
      differences: [],
      doubles: [],
      canRestore: true,
      ...changes[key],
    };
  });
  return { triggers };
}

const [SALES] = buildTriggers().triggers.slice(1);
const [UPDATED] = buildTriggers().triggers.slice(3);

/** Every way in which a trigger can stand. */
export const MIXED_TRIGGERS = buildTriggers({
  support_credits_1_tech_topic: {
    seen: { ...buildTriggers().triggers[0]!.seen!, uses: { hour: 3, day: 40, week: 200, month: 1_234 } },
  },
  support_credits_2_default_sales: {
    seen: {
      ...SALES!.seen!,
      uses: { hour: 0, day: 0, week: 0, month: 1 },
      rule: {
        ...SALES!.shipped,
        title: 'Support credits · 2 · всё без линии — клиентскому отделу',
        isActive: false,
      },
    },
    differences: ['title', 'active'],
  },
  support_credits_3_created: { seen: null, canRestore: false },
  support_credits_4_updated: {
    seen: {
      ...UPDATED!.seen!,
      uses: null,
      rule: {
        ...UPDATED!.shipped,
        conditions: {
          ...UPDATED!.shipped.conditions,
          any: UPDATED!.shipped.conditions.any.slice(0, 5),
        },
        actions: [...UPDATED!.shipped.actions, { field: 'priority', value: 'high' }],
      },
    },
    differences: ['conditions', 'actions', 'order'],
  },
  support_credits_5_debited: { doubles: [{ id: '360990', title: 'Copy', isActive: true }] },
  support_credits_7_held: { seen: null },
});
