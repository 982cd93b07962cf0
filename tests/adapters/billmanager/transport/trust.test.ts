import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readTrust } from '../../../../src/adapters/billmanager/transport/readTrust';
import type { Trust } from '../../../../src/adapters/billmanager/transport/trust';
import { buildTestPanel, failureOf } from '../askPanel';
import { startScriptedPanel, toList } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';
import { TEST_KEY_FOLDER, TEST_KEY_PAIRS } from '../testKeyPairs';

const { own, other, expired } = TEST_KEY_PAIRS;

const pinOf = ({ cert }: { cert: string }): Trust => ({
  kind: 'pin',
  fingerprint: new X509Certificate(cert).fingerprint256,
});

let panel: ScriptedPanel;

const start = async (trust: Trust | undefined, tls = own) => {
  panel = await startScriptedPanel(() => toList([]), tls);
  return buildTestPanel({ baseUrl: panel.url, ...(trust && { trust }) });
};

afterEach(() => panel?.close());

describe('a self-signed panel', () => {
  it.each<[string, Trust | undefined]>([
    ['nothing is said about it', undefined],
    ['another authority is named', { kind: 'authority', pem: other.cert }],
    ['another certificate is pinned', pinOf(other)],
  ])('is sent nothing when %s', async (_name, trust) => {
    const { ask, log } = await start(trust);
    const error = await failureOf(ask('user'));
    expect([error.code, error.retry]).toEqual(['billing_tls', false]);
    expect(panel.calls).toEqual([]);
    // Not asked again either: a certificate does not change by waiting.
    expect(log.lines).toEqual([]);
  });

  it('is asked when its certificate is named in a file', async () => {
    const trust = await readTrust(
      { caFile: join(TEST_KEY_FOLDER, 'testOnly.cert.pem'), fingerprint: undefined },
      (path) => readFile(path, 'utf8'),
    );
    const { ask } = await start(trust);
    expect((await ask('user'))?.isList).toBe(true);
  });

  it('is asked when exactly its certificate is pinned, call after call', async () => {
    const { ask } = await start(pinOf(own));
    for (const func of ['user', 'account', 'expense']) expect((await ask(func))?.isList).toBe(true);
    expect(panel.calls).toHaveLength(3);
  });

  it('is asked by pin though its certificate has ended and names another host, by file not', async () => {
    const pinned = await start(pinOf(expired), expired);
    expect((await pinned.ask('user'))?.isList).toBe(true);
    const byFile = buildTestPanel({ baseUrl: panel.url, trust: { kind: 'authority', pem: expired.cert } });
    expect((await failureOf(byFile.ask('user'))).code).toBe('billing_tls');
    expect(panel.calls).toHaveLength(1);
  });

  it('is told apart from one that shows another certificate than before', async () => {
    const { ask } = await start(pinOf(other));
    expect((await failureOf(ask('user'))).message).toMatch('BILLMANAGER_FINGERPRINT names');
    const unknown = buildTestPanel({ baseUrl: panel.url });
    expect((await failureOf(unknown.ask('user'))).message).toMatch('set BILLMANAGER_CA_FILE');
  });
});

describe('a pinned panel', () => {
  it('that breaks off the handshake could not be reached', async () => {
    panel = await startScriptedPanel(() => toList([]));
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { ask } = buildTestPanel({ baseUrl, trust: pinOf(own) });
    expect((await failureOf(ask('user'))).code).toBe('billing_unreachable');
    await new Promise((resolve) => server.close(resolve));
  });

  it('that speaks no TLS is sent nothing', async () => {
    panel = await startScriptedPanel(() => toList([]));
    const { ask } = buildTestPanel({ baseUrl: panel.url.replace('http:', 'https:'), trust: pinOf(own) });
    const error = await failureOf(ask('user'));
    expect([error.code, /check the address and the port/.test(error.message)]).toEqual(['billing_tls', true]);
    expect(panel.calls).toEqual([]);
  });
});

describe('readTrust', () => {
  const read = (text: string) =>
    readTrust({ caFile: 'ca.pem', fingerprint: undefined }, () => Promise.resolve(text));

  it('takes several certificates of a file, and leaves out what stands around them', async () => {
    expect(await read(`# ours\n${own.cert}\n# theirs\n${other.cert}`)).toEqual({
      kind: 'authority',
      pem: `${own.cert.trim()}\n${other.cert.trim()}`,
    });
  });

  it.each([
    ['nothing', ''],
    ['a key', own.key],
    ['a certificate that is none', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
  ])('does not take %s', async (_name, text) => {
    expect(await read(text)).toBeUndefined();
  });

  it('does not take a file that cannot be read', async () => {
    const given = { caFile: 'absent.pem', fingerprint: undefined };
    expect(await readTrust(given, () => Promise.reject(new Error('ENOENT')))).toBeUndefined();
  });

  it('believes whom Node believes when nothing is given', async () => {
    const given = { caFile: undefined, fingerprint: undefined };
    expect(await readTrust(given, () => Promise.reject(new Error('not read')))).toEqual({ kind: 'public' });
  });
});
