import { createHmac } from 'node:crypto';

/** Zendesk waits so long for an answer. */
const ZENDESK_WAITS_MS = 12_000;

/**
 * A webhook about the ticket as Zendesk signs it, sent once; answers the status. Fails when none came for as long as Zendesk
 * waits: then nobody would know whether it was taken.
 */
export async function sendWebhook(
  { port }: { port: number },
  { ZENDESK_WEBHOOK_SECRET: secret = '' }: Record<string, string>,
  ticketId: string,
): Promise<number> {
  const body = JSON.stringify({ ticket_id: ticketId });
  const timestamp = new Date().toISOString();
  const response = await fetch(`http://127.0.0.1:${port}/webhooks/zendesk`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature': createHmac('sha256', secret)
        .update(timestamp)
        .update(body)
        .digest('base64'),
      'x-zendesk-webhook-signature-timestamp': timestamp,
    },
    body,
    signal: AbortSignal.timeout(ZENDESK_WAITS_MS),
  });
  await response.arrayBuffer();
  return response.status;
}
