import { z } from 'zod';
import type { SeenTrigger, TriggerUses } from '../../../use-cases/ports/deskInspection';
import type { ZendeskClient } from '../buildZendeskClient';
import { readPages } from '../readPages';
import { toSeenRule } from './toSeenRule';
import { triggersAnswer } from './wireSetup';

/** The sideloads that tell how often a trigger fired (zendesk-openapi.json, TriggerInclude). */
const PATH = '/api/v2/triggers.json?include=usage_1h,usage_24h,usage_7d,usage_30d';

const usesOf = z.object({ hour: z.number(), day: z.number(), week: z.number(), month: z.number() });

/** Every trigger, in the order in which they run, and how often each fired where Zendesk says so. */
export async function readTriggers(client: ZendeskClient): Promise<SeenTrigger[]> {
  const pages = (await readPages(client, PATH, triggersAnswer)) ?? [];
  return pages
    .flatMap((page) => page.triggers)
    .map((trigger) => ({ ...toSeenRule(trigger), uses: toUses(trigger) }));
}

function toUses(trigger: z.infer<typeof triggersAnswer>['triggers'][number]): TriggerUses | undefined {
  const uses = usesOf.safeParse({
    hour: trigger.usage_1h,
    day: trigger.usage_24h,
    week: trigger.usage_7d,
    month: trigger.usage_30d,
  });
  return uses.data;
}
