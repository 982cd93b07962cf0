import { createHmac } from 'node:crypto';

/**
 * News from billing that an account may have changed, signed as the plugin of the panel signs them. Answers whether they
 * arrived: like the plugin, it never tries again.
 */
export async function tellBridge(
  { bridgeUrl, newsSecret }: { bridgeUrl: string; newsSecret: string },
  account: string,
): Promise<boolean> {
  const body = JSON.stringify({ account, event: 'payment.setpaid', at: new Date().toISOString() });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', newsSecret).update(`${timestamp}.${body}`).digest('hex');
  try {
    const response = await fetch(`${bridgeUrl}/webhooks/billmanager`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-support-credits-timestamp': timestamp,
        'x-support-credits-signature': `sha256=${digest}`,
      },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}
