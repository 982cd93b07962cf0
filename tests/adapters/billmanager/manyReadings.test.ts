import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildFixedClock, buildRecordedLog } from './recordedLog';
import { startScriptedPanel, toError, toList } from './scriptedPanel';
import type { ScriptedPanel } from './scriptedPanel';

let panel: ScriptedPanel;

const start = async (answer: () => unknown, timeoutMs = 2_000) => {
  panel = await startScriptedPanel(answer);
  return buildBillmanagerSource({
    baseUrl: panel.url,
    authinfo: 'bridge:secret',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
    timeoutMs,
  });
};

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AdapterError ? [error.code, error.retry] : error),
  );

afterEach(() => panel.close());

describe('a panel that hangs', () => {
  it('keeps no reading waiting for ever behind the calls of others', async () => {
    // Six failures take three time-outs, a reading as a whole four: what is left between is for a busy machine.
    const billing = await start(() => undefined, 500);
    const emails = Array.from({ length: 40 }, (_, index) => `client${index}@hanging.test`);
    const codes = await Promise.all(emails.map((email) => codeOf(billing.readClient(email))));
    expect(new Set(codes.map(String))).toEqual(
      new Set(['billing_timeout,true', 'billing_circuit_open,true']),
    );
    // Two at once until six have failed.
    expect(panel.calls.length).toBeLessThanOrEqual(7);
  });
});

describe('who asks what is being read already', () => {
  it('shares one reading per e-mail, whatever its case, and reads anew afterwards', async () => {
    const billing = await start(() => toList([]));
    await Promise.all(['a@b.test', 'A@b.test', ' a@B.test'].map((email) => billing.readClient(email)));
    expect(panel.calls).toHaveLength(1);
    await billing.readClient('a@b.test');
    expect(panel.calls).toHaveLength(2);
  });

  it('shares one reading per account, its failure too', async () => {
    const billing = await start(() => toError('auth'));
    const readings = ['7', '7', '7'].map((id) => codeOf(billing.readAccountFacts(id)));
    expect(new Set((await Promise.all(readings)).map(String))).toEqual(
      new Set(['billing_unauthorized,false']),
    );
    expect(panel.calls.filter(({ params }) => params['func'] === 'account')).toHaveLength(1);
  });
});
