import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyPush } from '../../src/adapters/billing-push/verifyPush';
import { openServer } from '../server/http/openServer';
import { openBridgeStandIn } from './bridgeStandIn';
import type { BridgeStandIn } from './bridgeStandIn';
import { makePanelServer } from './panelServer';
import type { PanelServer } from './panelServer';

let panel: PanelServer;
let bridge: BridgeStandIn;

beforeEach(async () => {
  panel = makePanelServer();
  bridge = await openBridgeStandIn(() => panel.secret);
});

afterEach(async () => {
  await bridge.close();
  panel.remove();
});

const read = (name: string) => readFileSync(join(panel.spool, name), 'utf8');

describe('supportcredits, run by the panel', () => {
  it('notes the payment, and hands the document back as it came', async () => {
    const document = '<doc lang="en" func="payment.setpaid"><ok/></doc>';
    const ended = await panel.note('payment', { func: 'payment.setpaid', elid: '1041' }, document);
    expect(ended).toEqual({ code: 0, stdout: `${document}\n`, stderr: '' });
    expect(read('payment-1041')).toMatch(/^payment\.setpaid \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n$/);
  });

  it('prints the empty document where it was given none', async () => {
    expect((await panel.note('payment', { elid: '1' })).stdout).toBe('<doc/>\n');
  });

  it('notes each payment of a group operation, and each only once', async () => {
    for (const elid of ['7, 8, 9', '8', '7']) await panel.note('payment', { elid });
    expect(panel.waiting()).toEqual(['payment-7', 'payment-8', 'payment-9']);
  });

  it('notes the client of a purchase, but not of a form that was only opened', async () => {
    await panel.note('account', { func: 'incident', elid: '5' });
    await panel.note('account', { func: 'incident', elid: '6', sok: 'ok' });
    expect(panel.waiting()).toEqual(['account-6']);
    expect(read('account-6')).toMatch(/^incident /);
  });

  it.each([
    ['a path', '../../etc/passwd'],
    ['a line end', '1\n2'],
    ['quotes', '"1"; rm -rf "'],
    ['a substitution', '$(touch INJECTED)'],
    ['a pattern', '*'],
    ['an option', '-rf'],
    ['a number too long', '1234567890123456789'],
    ['zero', '0'],
    ['nothing', ''],
  ])('takes no harm from %s in an id', async (_what, elid) => {
    const ended = await panel.note('payment', { elid }, '<doc/>');
    expect(ended).toEqual({ code: 0, stdout: '<doc/>\n', stderr: '' });
    expect(panel.waiting()).toEqual([]);
    expect(readdirSync(panel.spool)).toEqual(['.trouble']);
    expect(read('.trouble')).toMatch(/payment: PARAM_elid holds no id\n$/);
  });

  it('writes no name of a function that it does not know', async () => {
    await panel.note('payment', { elid: '3', func: 'x"\n,"account":"9' });
    expect(read('payment-3')).toMatch(/^payment\.setpaid /);
  });

  it.each([
    ['is missing', () => rmSync(panel.spool, { recursive: true })],
    [
      'is a file',
      () => {
        rmSync(panel.spool, { recursive: true });
        writeFileSync(panel.spool, '');
      },
    ],
  ])('ends well when the folder %s', async (_what, spoil) => {
    spoil();
    const ended = await panel.note('payment', { elid: '1' }, '<doc/>');
    expect(ended).toEqual({ code: 0, stdout: '<doc/>\n', stderr: '' });
  });

  it('leaves it at ten thousand files, and still renews those that are there', async () => {
    mkdirSync(join(panel.spool, 'sending'));
    for (let id = 1; id <= 5_000; id += 1) {
      writeFileSync(join(panel.spool, `payment-${String(id)}`), '');
      writeFileSync(join(panel.spool, 'sending', `account-${String(id)}`), '');
    }
    await panel.note('payment', { elid: '10001' });
    await panel.note('payment', { elid: '77' });
    expect(existsSync(join(panel.spool, 'payment-10001'))).toBe(false);
    expect(read('payment-77')).toMatch(/^payment\.setpaid /);
    expect(read('.trouble')).toMatch(/the folder is full/);
  });

  it('shows in a test what it would note, and notes nothing', async () => {
    const ended = await panel.test('payment', { elid: '1041, x', func: 'payment.setfraud' });
    expect(ended.stdout).toBe(`would note ${panel.spool}/payment-1041 (payment.setfraud)\n`);
    expect((await panel.test('account', { elid: '5' })).stdout).toMatch(/PARAM_sok is empty/);
    expect(readdirSync(panel.spool)).toEqual([]);
  });
});

describe.each(['dash', 'bash'] as const)('supportcredits-deliver in %s', (shell) => {
  const deliver = () => panel.deliver(shell, '--once');

  it('tells the bridge which client paid, signed, and forgets it', async () => {
    panel.setBridge(bridge.url);
    panel.setPayments({ '1041': '123' });
    await panel.note('payment', { elid: '1041' });
    expect((await deliver()).code).toBe(0);
    expect(bridge.notices).toEqual([
      {
        path: '/webhooks/billmanager',
        isSigned: true,
        body: {
          account: '123',
          event: 'payment.setpaid',
          at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        },
      },
    ]);
    expect(panel.waiting()).toEqual([]);
  });

  it.each([32, 33, 48, 63, 64])('signs with a secret of %i characters', async (length) => {
    panel.setBridge(bridge.url);
    panel.setSecret('aZ09%\\0$"\'`~!{} #-_=+'.repeat(4).slice(0, length));
    await panel.note('account', { elid: '5', sok: 'ok' });
    expect((await deliver()).code).toBe(0);
    expect(bridge.notices.map(({ isSigned }) => isSigned)).toEqual([true]);
  });

  it('keeps the notice while the bridge is away, and tells it later', async () => {
    await panel.note('account', { elid: '5', sok: 'ok' });
    const failed = await deliver();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/account 5: not told, the bridge answered 000; kept/);
    expect(panel.waiting()).toEqual(['account-5']);
    panel.setBridge(bridge.url);
    expect((await deliver()).code).toBe(0);
    expect(bridge.notices).toHaveLength(1);
  });

  it.each([401, 409, 500, 503])('keeps all notices when the bridge answers %i', async (status) => {
    panel.setBridge(bridge.url);
    bridge.answer = { status };
    for (const elid of ['5', '6']) await panel.note('account', { elid, sok: 'ok' });
    expect((await deliver()).code).toBe(1);
    expect(bridge.notices).toHaveLength(1);
    expect(panel.waiting()).toEqual(['account-5', 'account-6']);
  });

  it('lets a notice that the bridge refuses hold up no other', async () => {
    panel.setBridge(bridge.url);
    bridge.answer = { status: 200, byAccount: { '5': 400 } };
    for (const elid of ['5', '6']) await panel.note('account', { elid, sok: 'ok' });
    expect((await deliver()).code).toBe(1);
    expect(bridge.notices.map(({ body }) => body.account)).toEqual(['5', '6']);
    expect(panel.waiting()).toEqual(['account-5']);
  });

  it.each([400, 413, 422])(
    'sets a notice aside that the bridge has refused five times with %i',
    async (status) => {
      panel.setBridge(bridge.url);
      bridge.answer = { status };
      await panel.note('account', { elid: '5', sok: 'ok' });
      for (let round = 1; round < 5; round += 1) expect((await deliver()).code).toBe(1);
      expect(panel.waiting()).toEqual(['account-5']);
      const last = await deliver();
      expect(last.code).toBe(0);
      expect(last.stderr).toMatch(/account 5: refused 5 times, the bridge answered \d{3}; set aside/);
      expect([panel.waiting(), panel.setAside()]).toEqual([[], ['account-5']]);
      await deliver();
      const [first, ...others] = bridge.notices.map(({ body }) => body);
      expect(others).toEqual([first, first, first, first]);
    },
  );

  it('takes what happens to a client meanwhile for a notice that was never refused', async () => {
    panel.setBridge(bridge.url);
    bridge.answer = { status: 400 };
    for (let round = 0; round < 6; round += 1) {
      await panel.note('account', { elid: '5', sok: 'ok' });
      await deliver();
    }
    expect([panel.waiting(), panel.setAside()]).toEqual([['account-5'], []]);
  });

  it('asks again for the client of a payment when the database of the panel fails, and tells the others meanwhile', async () => {
    panel.setBridge(bridge.url);
    panel.setPayments(null);
    await panel.note('payment', { elid: '1041' });
    await panel.note('account', { elid: '5', sok: 'ok' });
    expect((await deliver()).code).toBe(1);
    expect(panel.waiting()).toEqual(['payment-1041']);
    panel.setPayments({ '1041': '123' });
    expect((await deliver()).code).toBe(0);
    expect(bridge.notices.map(({ body }) => body.account)).toEqual(['5', '123']);
  });

  it('leaves a payment without a client to the polling', async () => {
    panel.setBridge(bridge.url);
    await panel.note('payment', { elid: '1041' });
    expect((await deliver()).code).toBe(0);
    expect(bridge.notices).toEqual([]);
    expect(panel.waiting()).toEqual([]);
  });

  it('tells the client even when a full disk cut the file short', async () => {
    panel.setBridge(bridge.url);
    writeFileSync(join(panel.spool, 'account-5'), '');
    expect((await deliver()).code).toBe(0);
    expect(bridge.notices[0]?.body).toEqual({
      account: '5',
      event: 'changed',
      at: expect.any(String) as string,
    });
  });

  it('shows in a test which client a payment belongs to and what the bridge answers', async () => {
    panel.setBridge(bridge.url);
    panel.setPayments({ '1041': '123' });
    const good = await panel.deliver(shell, '--test', '1041');
    expect(good.stderr).toMatch(/payment 1041: account 123[^]*bridge: answered 200/);
    expect(good.code).toBe(0);
    const unknown = await panel.deliver(shell, '--test', '9');
    expect(unknown.stderr).toMatch(/payment 9: no client found/);
    expect(unknown.code).toBe(1);
  });

  it.each([
    ['short', 'x'.repeat(31)],
    ['long', 'x'.repeat(65)],
  ])('does not start with a secret that is too %s, and does not say it', async (_what, secret) => {
    panel.setSecret(secret);
    const ended = await deliver();
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/32 to 64 characters/);
    expect(ended.stderr).not.toContain('xxx');
  });
});

describe('supportcredits and supportcredits-deliver together', () => {
  it('sends one notice for a thousand events of one client', async () => {
    panel.setBridge(bridge.url);
    const payments = Array.from({ length: 20 }, (_, index) => String(index + 1));
    panel.setPayments(Object.fromEntries(payments.map((id) => [id, '123'])));
    for (let round = 0; round < 5; round += 1) {
      await panel.note('payment', { elid: Array.from({ length: 10 }, () => payments.join(', ')).join(', ') });
    }
    await panel.note('account', { elid: '123', sok: 'ok' });
    expect((await panel.deliver('dash', '--once')).code).toBe(0);
    expect(bridge.notices.map(({ body }) => body.account)).toEqual(['123']);
  }, 30_000);

  it('are believed by the bridge itself', async () => {
    const { app, queued, lines } = openServer({
      verifyPush: (delivery) =>
        verifyPush({ ...delivery, secrets: [panel.secret], now: new Date(), maxAgeMs: 900_000 }),
    });
    panel.setBridge(await app.listen({ port: 0, host: '127.0.0.1' }));
    panel.setPayments({ '1041': '123' });
    try {
      await panel.note('payment', { elid: '1041', func: 'payment.setfraud' });
      await panel.note('account', { elid: '5', sok: 'ok' });
      writeFileSync(join(panel.spool, 'account-7'), '');
      expect((await panel.deliver('dash', '--once')).code).toBe(0);
      expect(queued.sort()).toEqual(['account 123', 'account 5', 'account 7']);
      const events = lines.flatMap(({ fields }) => fields['event'] ?? []);
      expect(events.sort()).toEqual(['changed', 'incident', 'payment.setfraud']);
    } finally {
      await app.close();
    }
  });

  it('goes on until it is stopped, and a second one leaves it alone', async () => {
    panel.setBridge(bridge.url);
    await panel.note('account', { elid: '5', sok: 'ok' });
    await whileDelivering(async (readUntil) => {
      await readUntil(/told/);
      expect(bridge.notices.map(({ body }) => body.account)).toEqual(['5']);
      const second = await panel.deliver('dash', '--once');
      expect(second).toMatchObject({ code: 0, stderr: 'another delivery is running\n' });
    });
  });

  it('waits longer after a bridge that is away, but not after one that refuses a notice', async () => {
    await panel.note('account', { elid: '5', sok: 'ok' });
    await whileDelivering((readUntil) => readUntil(/answered 000; kept\nnext try in 2 seconds\n/));
    panel.setBridge(bridge.url);
    bridge.answer = { status: 400 };
    await whileDelivering(async (readUntil) => {
      expect(await readUntil(/set aside/)).not.toMatch(/next try/);
    });
  }, 30_000);

  /** Runs the service as long as `act` takes; `readUntil` answers all it has said once the pattern is in it. */
  async function whileDelivering(
    act: (readUntil: (pattern: RegExp) => Promise<string>) => Promise<unknown>,
  ): Promise<void> {
    const { program, env } = panel.deliverCommand();
    const service = spawn(program, [], { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    service.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    try {
      await act(async (pattern) => {
        while (!pattern.test(said)) await once(service.stderr, 'data');
        return said;
      });
    } finally {
      const ended = once(service, 'exit');
      // Its own group, so that the pause between two rounds ends with it.
      process.kill(-(service.pid ?? 0), 'SIGTERM');
      await ended;
    }
  }
});
