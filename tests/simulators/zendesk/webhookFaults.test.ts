import { buildClock } from '../../../src/simulators/kit/clock';
import { buildChance } from '../../../src/simulators/zendesk/faults/buildChance';
import {
  buildCircuitBreaker,
  DEFAULT_BREAKER,
} from '../../../src/simulators/zendesk/webhooks/buildCircuitBreaker';
import { signWebhook } from '../../../src/simulators/zendesk/webhooks/signWebhook';
import { startReceiver } from './startReceiver';
import type { Delivery, Receiver } from './startReceiver';
import { startTestZendesk, WEBHOOK_SECRET } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;
let receiver: Receiver;

const start = async (...[answer]: Parameters<typeof startReceiver>): Promise<void> => {
  receiver = await startReceiver(answer);
  zendesk = await startTestZendesk(receiver.url, { webhooks: { retryDelayMs: 1100 } });
};
const createTicket = (subject = 'Help') =>
  zendesk.control('seed', { tickets: [{ requester: 'credits@client.test', subject }] });
const timestampOf = ({ headers }: Delivery) => String(headers['x-zendesk-webhook-signature-timestamp']);
const signatureOf = ({ headers }: Delivery) => String(headers['x-zendesk-webhook-signature']);

describe('faults of webhooks', () => {
  afterEach(async () => {
    await zendesk.close();
    await receiver.close();
  });

  const answerSecond: Parameters<typeof startReceiver>[0] = (response, index) =>
    index === 0 ? response.writeHead(409).end() : response.end();

  it('repeat with the timestamp and signature of the first attempt when told so', async () => {
    await start(answerSecond);
    await zendesk.control('faults', { webhooks: { repeatTimestamp: 'same' } });
    await createTicket();
    await receiver.waitFor(2);
    const [first, second] = receiver.deliveries;
    expect(timestampOf(second!)).toBe(timestampOf(first!));
    expect(signatureOf(second!)).toBe(signatureOf(first!));
  });

  it('repeat with a new timestamp and signature otherwise', async () => {
    await start(answerSecond);
    await createTicket();
    await receiver.waitFor(2);
    const [first, second] = receiver.deliveries;
    expect(timestampOf(second!)).not.toBe(timestampOf(first!));
    expect(signatureOf(second!)).toBe(signWebhook(WEBHOOK_SECRET, timestampOf(second!), second!.body));
  });

  it('send once more what was answered with a success', async () => {
    await start();
    await zendesk.control('faults', { webhooks: { resend: 1, resendAfterMs: 5 } });
    await createTicket();
    await receiver.waitFor(2);
    const ids = receiver.deliveries.map((one) => one.headers['x-zendesk-webhook-invocation-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('put a title into the body as it is, which then is no JSON, and is signed all the same', async () => {
    await start();
    await zendesk.control('faults', { webhooks: { unescapedTitle: true } });
    await createTicket('say "hi"');
    await receiver.waitFor(1);
    const [delivery] = receiver.deliveries;
    expect(delivery?.body).toMatch(/,"title":"say "hi""\}$/);
    expect(() => JSON.parse(delivery?.body ?? '') as unknown).toThrow();
    expect(signatureOf(delivery!)).toBe(signWebhook(WEBHOOK_SECRET, timestampOf(delivery!), delivery!.body));
  });

  it('drop the same calls of another run with the same seed', async () => {
    const run = async (): Promise<string[]> => {
      await start();
      await zendesk.control('faults', { seed: 3, webhooks: { drop: 0.5 } });
      const fates: string[] = [];
      for (let ticket = 0; ticket < 10; ticket += 1) {
        const before = zendesk.world.invocations.size();
        await createTicket();
        fates.push(zendesk.world.invocations.size() > before ? 'left' : 'dropped');
      }
      return fates;
    };
    const first = await run();
    await zendesk.close();
    await receiver.close();
    expect(await run()).toEqual(first);
    expect(new Set(first)).toEqual(new Set(['left', 'dropped']));
  });
});

describe('chance', () => {
  const draw = (seed: number, keys: string[]): boolean[] => {
    const chance = buildChance(seed);
    return keys.map((key) => chance.strikes('drop', key, 0.5));
  };

  it('does not depend on the order in which things come', () => {
    const keys = Array.from({ length: 50 }, (_unused, index) => `ticket ${String(index)}`);
    expect(draw(5, [...keys].reverse()).reverse()).toEqual(draw(5, keys));
    expect(draw(5, keys)).not.toEqual(draw(6, keys));
  });

  it('strikes about the share that is asked for, and each coming of a thing anew', () => {
    const chance = buildChance(1);
    const struck = Array.from({ length: 1000 }, () => chance.strikes('drop', 'one', 0.3)).filter(Boolean);
    expect(struck.length).toBeGreaterThan(250);
    expect(struck.length).toBeLessThan(350);
    expect(chance.strikes('drop', 'one', 0)).toBe(false);
    expect(chance.strikes('drop', 'one', 1)).toBe(true);
  });
});

describe('the circuit breaker', () => {
  const note = (count: number, isError: boolean, breaker: ReturnType<typeof buildCircuitBreaker>) => {
    for (let attempt = 0; attempt < count; attempt += 1) breaker.note('hook', isError);
  };

  it('opens at 70 % of errors in five minutes, for a while', () => {
    const clock = buildClock();
    const breaker = buildCircuitBreaker(clock, DEFAULT_BREAKER);
    note(30, false, breaker);
    note(69, true, breaker);
    expect(breaker.isOpen('hook')).toBe(false);
    note(1, true, breaker);
    expect(breaker.isOpen('hook')).toBe(true);
    expect(breaker.isOpen('another hook')).toBe(false);
    clock.advance(DEFAULT_BREAKER.openMs);
    expect(breaker.isOpen('hook')).toBe(false);
  });

  it('opens after more than 1000 errors, whatever their share', () => {
    const breaker = buildCircuitBreaker(buildClock(), DEFAULT_BREAKER);
    note(2000, false, breaker);
    note(1000, true, breaker);
    expect(breaker.isOpen('hook')).toBe(false);
    note(1, true, breaker);
    expect(breaker.isOpen('hook')).toBe(true);
  });

  it('forgets what is older than five minutes, and says nothing of a few calls', () => {
    const clock = buildClock();
    const breaker = buildCircuitBreaker(clock, DEFAULT_BREAKER);
    note(99, true, breaker);
    clock.advance(DEFAULT_BREAKER.windowMs + 1);
    note(50, true, breaker);
    expect(breaker.isOpen('hook')).toBe(false);
  });

  it('keeps calls of a webhook from leaving, which is written on their invocations', async () => {
    receiver = await startReceiver((response) => response.writeHead(500).end());
    const breaker = { ...DEFAULT_BREAKER, minAttempts: 2, openMs: 60_000 };
    zendesk = await startTestZendesk(receiver.url, { webhooks: { breaker } });
    const statuses = () => zendesk.world.invocations.all().map(({ status }) => status);
    for (let ticket = 1; ticket <= 2; ticket += 1) {
      await createTicket();
      while (statuses().filter((status) => status === 'server error').length < ticket) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    await createTicket();
    expect(statuses()).toEqual(['server error', 'server error', 'circuit broken']);
    expect(receiver.deliveries).toHaveLength(2);
    await zendesk.control('clock', { advanceMs: 60_000 });
    await createTicket();
    await receiver.waitFor(3);
    await zendesk.close();
    await receiver.close();
  });
});
