import type { SeenField, SeenWebhook } from '../ports/deskInspection';
import { toFieldIds } from './findFields';
import type { FoundField } from './findFields';
import type { References } from './resolveReferences';

/** What rules can refer to in this account. `ours`: the webhooks of the app, best first. */
export function toReferences(seen: {
  found: readonly FoundField[];
  fields: readonly SeenField[];
  webhooks: readonly SeenWebhook[];
  ours: readonly SeenWebhook[];
}): References {
  const { found, fields, webhooks, ours } = seen;
  const twins = found.flatMap(({ candidates: [first, ...others] }) =>
    first === undefined ? [] : others.map(({ id }): [string, string] => [id, first.id]),
  );
  return {
    fieldIds: toFieldIds(found),
    twins: new Map(twins),
    knownFieldIds: new Set(fields.map(({ id }) => id)),
    webhookId: ours[0]?.id,
    foreignWebhookIds: new Set(webhooks.filter((one) => !ours.includes(one)).map(({ id }) => id)),
  };
}
