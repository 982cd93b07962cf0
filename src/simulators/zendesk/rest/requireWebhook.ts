import type { SimWebhook } from '../entities/SimWebhook';
import { VendorError } from '../errors/VendorError';
import type { RestDeps } from './RestDeps';

/** The webhook of this id; throws 404 when there is none. */
export function requireWebhook({ desk }: RestDeps, id: string): SimWebhook {
  const webhook = desk.world.webhooks.get(id);
  if (webhook === undefined) throw buildWebhookNotFound();
  return webhook;
}

export function buildWebhookNotFound(): VendorError {
  return buildWebhookError(404, { code: 'WebhookNotFound', field: 'id', message: 'Webhook not found' });
}

/** The webhooks API has error bodies of its own (zendesk-openapi.json, Webhooks_ErrorResponse). */
export function buildWebhookError(
  status: number,
  ...errors: { code: string; field: string; message: string }[]
): VendorError {
  return new VendorError(status, { errors });
}
