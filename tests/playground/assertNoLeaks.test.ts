import { assertNoLeaks } from '../e2e/assertNoLeaks';
import { makeTemporaryFolder } from './temporaryFolder';
import type { TemporaryFolder } from './temporaryFolder';

const CLEAN = '{"level":"info","requestId":"6f960569-5f9d-4e11-bf6e-7b08ab9f2fab","msg":"request answered"}';

let folder: TemporaryFolder;

beforeEach(() => {
  folder = makeTemporaryFolder();
  folder.write('playground.json', { ZENDESK_WEBHOOK_SECRET: 'kept-by-the-playground' });
  folder.write('simulators/zendesk.json', {
    users: [{ email: 'anna@client.test', name: 'Anna Weber' }],
    tickets: [{ subject: 'The panel is down' }],
    comments: [{ body: 'It says 502.' }],
  });
  folder.write('simulators/billmanager.json', { rows: { accounts: [{ name: 'Cedar Hosting' }] } });
});
afterEach(() => folder.remove());

const look = (line: string, log = 'logs/bridge.log') => {
  folder.write(log, `${CLEAN}\n${line}\n`);
  return assertNoLeaks(folder.path, ['given-by-the-suite']);
};

describe('the look at the logs after each suite of the playground', () => {
  it('finds nothing in lines that hold ids and outcomes', async () => {
    await expect(look(CLEAN)).resolves.toBeUndefined();
  });

  it.each([
    ['a secret of the playground', 'kept-by-the-playground'],
    ['a secret of the suite', 'given-by-the-suite'],
    ['an e-mail of nobody in particular', 'someone@elsewhere.example'],
    ['a name', 'Anna Weber'],
    ['the name of an account', 'Cedar Hosting'],
    ['the subject of a ticket', 'The panel is down'],
    ['a comment', 'It says 502.'],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln'],
    ['a header', 'Bearer abcdef012345'],
    ['an access token', 'a1'.repeat(32)],
    ['a statement', 'select balance_credits from support_credits.credit_accounts'],
  ])('finds %s', async (_what, text) => {
    await expect(look(`{"msg":"${text}"}`)).rejects.toThrow('The logs tell what they must not');
  });

  it('looks at the log of the run before, and at that of the database', async () => {
    await expect(look('kept-by-the-playground', 'logs/bridge.previous.log')).rejects.toThrow();
    folder.write('logs/bridge.previous.log', CLEAN);
    await expect(look('anna@client.test', 'postgres/postgres.log')).rejects.toThrow();
  });
});
