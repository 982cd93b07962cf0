import { OPERATOR_COMMANDS } from '../../../src/server/cli/operatorCommands';
import { runOperatorCommand } from '../../../src/server/cli/runOperatorCommand';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildFindingTexts } from '../../../src/adapters/texts/buildFindingTexts';
import { toFinding } from '../../../src/domain/setup/finding';
import { say } from '../../../src/domain/setup/saying';
import type { Verdict } from '../../../src/domain/setup/steps';
import type { ToldFinding } from '../../../src/server/cli/toToldFinding';
import type { BillingFinding } from '../../../src/use-cases/ports/billingInspection';
import { buildFacts } from '../../use-cases/check-billing/buildFacts';
import { BRIDGE_URL, FakeDeskSetup, WANTED } from '../../use-cases/check-zendesk/FakeDeskSetup';

const READ_CLIENTS: string[] = [];

beforeEach(() => void READ_CLIENTS.splice(0));

let desk: FakeDeskSetup;

beforeEach(() => {
  desk = new FakeDeskSetup();
});

/** Runs a command line where the login has this verdict, with a terminal that remembers what was said. */
async function run(line: string, loginVerdict: Verdict = 'good') {
  const [name = '', ...args] = line.split(' ');
  const said = { out: '', err: '', opened: 0 };
  const terminal = {
    write: async (text: string) => void (said.out += text),
    say: (text: string) => void (said.err += text),
    isWatched: false,
    canAsk: false,
    ask: () => Promise.reject(new Error('nothing is asked')),
  };
  const login = toFinding('login', loginVerdict, say('reach_good', { host: 'H', port: 1 }), say('no_day'));
  const openBilling = async () => {
    said.opened += 1;
    return {
      policy: DEFAULT_POLICY,
      inspection: {
        entry: [{ step: 'login' as const, look: async () => [login] }],
        async *lookAtLists(): AsyncGenerator<BillingFinding> {
          yield toFinding('rights', 'good', say('groups_good'));
        },
        sampleCharges: async () => ({ currencies: [], unreadableCount: 0 }),
        sampleSoldPricelists: async () => [],
        readAnyAccountId: async () => '1001',
      },
      billing: {
        readClient: async (email: string) => {
          READ_CLIENTS.push(email);
          return { kind: 'one' as const, billingAccountId: '1001' };
        },
        readAccountFacts: async () => buildFacts(),
      },
    };
  };
  const openZendesk = async () => {
    said.opened += 1;
    return { inspection: desk, wanted: WANTED, policy: DEFAULT_POLICY, bridgeUrl: BRIDGE_URL };
  };
  const notNeeded = () => Promise.reject(new Error('setup needs no database'));
  const command = OPERATOR_COMMANDS.get(name)!;
  const code = await runOperatorCommand(command, args, terminal, {
    openStore: notNeeded,
    openSweep: notNeeded,
    openShadow: notNeeded,
    openBackup: notNeeded,
    openRestore: notNeeded,
    openBilling,
    openZendesk,
    findingTexts: buildFindingTexts(),
  });
  return { code, ...said };
}

describe('support-credits setup --billing', () => {
  it('writes a line for each finding and one for them all, and ends with 0 when there is no problem', async () => {
    const { code, out, err } = await run('setup --billing');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^ok {7}login {8}H takes connections on port 1\.\n {22}→ no day\n/);
    expect(out).toMatch(/\nThe bridge can work with this billing, 2 to note\.\n$/);
  });

  it('ends with 1 when there is a problem, and counts it', async () => {
    const { code, out } = await run('setup --billing', 'problem');
    expect(code).toBe(1);
    expect(out).toMatch(/^PROBLEM {2}login {8}H takes connections on port 1\./);
    expect(out).toMatch(/\n1 problem\. Change what is named above and run this again\.\n$/);
  });

  it('says the same to machines, as one JSON document', async () => {
    const { code, out } = await run('setup --billing --json', 'problem');
    const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: ToldFinding[] };
    expect([code, ok]).toEqual([1, false]);
    expect(findings[0]).toEqual({
      system: 'billing',
      step: 'login',
      verdict: 'problem',
      codes: ['reach_good'],
      found: 'H takes connections on port 1.',
      change: 'no day',
    });
    expect(findings.at(-1)).toMatchObject({ step: 'client', verdict: 'skipped' });
  });

  it('shows the client of the e-mail, and no client without one', async () => {
    expect((await run('setup --billing --email anna@client.test')).out).toContain('Anna Smith');
    expect(READ_CLIENTS).toEqual(['anna@client.test']);
    expect((await run('setup --billing')).out).not.toContain('Anna');
    expect(READ_CLIENTS).toHaveLength(1);
  });

  it.each([
    'setup --billing --email nobody',
    'setup --billing --email',
    'setup --billings',
    'setup --zendesk --email anna@client.test',
    'setup --billing --repair',
  ])('refuses «%s» with the usage before anything is asked', async (line) => {
    const { code, err, opened } = await run(line);
    expect([code, opened]).toEqual([2, 0]);
    expect(err).toContain('Usage: support-credits setup [--billing | --zendesk]');
  });
});

describe('support-credits setup --zendesk', () => {
  it('asks Zendesk alone, and ends with 0 when there is no problem', async () => {
    const { code, out, opened } = await run('setup --zendesk', 'problem');
    expect([code, opened]).toEqual([0, 1]);
    expect(out).toMatch(/^ok {7}sign-in {6}Zendesk takes the OAuth client\.\n/);
    expect(out).toMatch(/\nThe bridge can work with this Zendesk\.\n$/);
  });

  it('ends with 1 when there is a problem, and with 0 once --repair has mended it', async () => {
    desk.triggers = desk.triggers.filter((trigger) => trigger !== desk.trigger(4));
    const { code, out } = await run('setup --zendesk');
    expect(code).toBe(1);
    expect(out).toMatch(/\nPROBLEM {2}triggers {5}The trigger «Support credits · 4 · .*» is missing\.\n/);
    expect(desk.mended).toEqual([]);
    const repaired = await run('setup --zendesk --repair');
    expect(repaired.code).toBe(0);
    expect(repaired.out).toMatch(/\nmended {3}triggers {5}The trigger «Support credits · 4 · /);
    expect(repaired.out).toMatch(/\nThe bridge can work with this Zendesk, 1 mended\.\n$/);
    expect(desk.mended).toHaveLength(1);
  });
});

describe('support-credits setup', () => {
  it('looks at billing, then at Zendesk, and tells them apart', async () => {
    const { code, out, opened } = await run('setup');
    expect([code, opened]).toEqual([0, 2]);
    expect(out).toMatch(/^In billing:\nok {7}login/);
    expect(out).toMatch(/\n\nIn Zendesk:\nok {7}sign-in/);
  });

  it('ends with 1 when either has a problem, and tells machines which', async () => {
    desk.user.role = 'agent';
    expect((await run('setup')).code).toBe(1);
    const { code, out } = await run('setup --json', 'good');
    const { ok, findings } = JSON.parse(out) as {
      ok: boolean;
      findings: { system: string; verdict: Verdict }[];
    };
    expect([code, ok]).toEqual([1, false]);
    expect(findings.filter(({ verdict }) => verdict === 'problem')).toMatchObject([
      { system: 'zendesk', step: 'user' },
    ]);
  });
});
