import { setupCheckSchema } from '../../../src/contract/setupCheck';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { toFinding } from '../../../src/domain/setup/finding';
import { say } from '../../../src/domain/setup/saying';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildSetupCheck } from '../../../src/use-cases/setup-check/buildSetupCheck';
import { buildFacts } from '../check-billing/buildFacts';
import { BRIDGE_URL, FakeDeskSetup, WANTED } from '../check-zendesk/FakeDeskSetup';

/** Lets what goes on behind an answer come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const START_MS = Date.parse('2026-11-22T10:00:00.000Z');

/** Both systems as they should be, a clock that stands, and a time that is over when the test says so. */
function setUp() {
  const desk = new FakeDeskSetup();
  const end: () => void = () => undefined;
  const state = { nowMs: START_MS, started: [] as number[], stopped: 0, end };
  const asked = { clients: 0 };
  const check = buildSetupCheck({
    zendesk: { inspection: desk, wanted: WANTED, policy: DEFAULT_POLICY, bridgeUrl: BRIDGE_URL },
    billing: {
      policy: DEFAULT_POLICY,
      inspection: {
        entry: [{ step: 'login', look: async () => [toFinding('login', 'good', say('groups_good'))] }],
        async *lookAtLists() {
          yield toFinding('rights', 'good', say('groups_good'));
        },
        sampleCharges: async () => ({ currencies: [], unreadableCount: 0 }),
        sampleSoldPricelists: async () => [],
        readAnyAccountId: async () => '1001',
      },
      billing: {
        readClient: () => ((asked.clients += 1), Promise.resolve({ kind: 'none' as const })),
        readAccountFacts: async () => buildFacts(),
      },
    },
    clock: { now: () => new Date(state.nowMs) },
    startTimer(ms) {
      state.started.push(ms);
      const ended = new Promise<void>((resolve) => (state.end = resolve));
      return { ended, stop: () => void (state.stopped += 1) };
    },
  });
  return { check, desk, state, asked };
}

describe('a look at the setup', () => {
  it('finds what the command finds, in codes that fit the contract', async () => {
    const { check, state } = setUp();
    const answer = await check('zendesk');
    expect(setupCheckSchema.parse(answer)).toEqual(answer);
    expect(answer.findings.map(({ verdict }) => verdict)).not.toContain('problem');
    expect(answer.findings.find(({ step }) => step === 'triggers')).toEqual({
      step: 'triggers',
      verdict: 'good',
      found: [{ code: 'triggers_good', values: { count: WANTED.triggers.length } }],
      change: [],
      place: '/admin/objects-rules/rules/triggers',
    });
    expect(answer.checkedAt).toBe('2026-11-22T10:00:00.000Z');
    await settle();
    expect([state.started, state.stopped > 0]).toEqual([[20_000], true]);
  });

  it('mends nothing', async () => {
    const { check, desk } = setUp();
    desk.triggers = [];
    const { findings } = await check('zendesk');
    expect(findings.some(({ verdict }) => verdict === 'problem')).toBe(true);
    expect(desk.mended).toEqual([]);
  });

  it('names no client of billing and leads nowhere in the helpdesk', async () => {
    const { check, asked } = setUp();
    const answer = await check('billing');
    expect(setupCheckSchema.parse(answer)).toEqual(answer);
    expect(JSON.stringify(answer)).not.toMatch(/Anna|@/);
    expect(answer.findings.every(({ place }) => place === null)).toBe(true);
    expect(asked.clients).toBe(0);
  });

  it('keeps at home which call failed', async () => {
    const { check, desk } = setUp();
    desk.readMacros = () =>
      Promise.reject(
        new AdapterError('GET /api/v2/macros.json', { code: 'zendesk_unavailable', retry: true }),
      );
    const { findings } = await check('zendesk');
    expect(findings.find(({ step }) => step === 'macros')?.found).toEqual([
      { code: 'failed_zendesk_unavailable', values: {} },
    ]);
  });

  it('answers what was found when the time is over, and what was not come to', async () => {
    const { check, desk, state } = setUp();
    const isReached = new Promise<void>((resolve) => {
      desk.readWebhooks = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const asked = check('zendesk');
    await isReached;
    state.end();
    const { findings } = await asked;
    expect(findings.find(({ step }) => step === 'user')?.verdict).toBe('good');
    expect(findings.slice(-4)).toEqual(
      ['webhook', 'triggers', 'macros', 'views'].map((step) =>
        expect.objectContaining({ step, verdict: 'skipped', found: [{ code: 'not_in_time', values: {} }] }),
      ),
    );
    // The call still runs: whoever asks now starts no second look.
    state.nowMs += 3_600_000;
    expect(check('zendesk')).toBe(asked);
  });

  it('is taken once for everybody who asks while it runs and some seconds after, and then anew', async () => {
    const { check, desk, state } = setUp();
    let looks = 0;
    const readUser = desk.readUser.bind(desk);
    desk.readUser = () => ((looks += 1), readUser());
    await Promise.all([check('zendesk'), check('zendesk')]);
    await settle();
    state.nowMs += 9_999;
    await check('zendesk');
    expect(looks).toBe(1);
    state.nowMs += 1;
    await check('zendesk');
    expect(looks).toBe(2);
  });

  it('does not hide a defect of its own, and looks again after it', async () => {
    const { check, desk } = setUp();
    const readForms = desk.readForms.bind(desk);
    desk.readForms = () => Promise.reject(new TypeError('x'));
    await expect(check('zendesk')).rejects.toThrow(TypeError);
    desk.readForms = readForms;
    await settle();
    expect((await check('zendesk')).findings.length).toBeGreaterThan(5);
  });

  it('asks for a token that may write only where the bridge writes', async () => {
    const { check, desk } = setUp();
    desk.scopes = ['read'];
    const { findings } = await check('zendesk');
    expect(findings.find(({ step }) => step === 'scopes')?.verdict).toBe('problem');
  });
});
