import { holdClientFacts, holdSessionLife } from './conversations';
import { replayPanel } from './replayPanel';
import type { ReplayedPanel } from './replayPanel';

let panel: ReplayedPanel;

const replay = async (name: string) => {
  panel = await replayPanel(name);
  return { url: panel.url, endSessions: () => undefined };
};

afterEach(() => panel.close());

describe('a recorded conversation', () => {
  it('shows the life of a session, asked for exactly as it was recorded', async () => {
    expect(await holdSessionLife(await replay('sessionLife'))).toEqual({
      emails: [
        ['credits@client.test', 'empty@client.test', 'partner@client.test', 'nearly@client.test'],
        ['two@client.test', 'two@client.test', 'notcredits@client.test.example', 'expartner@client.test'],
      ],
      total: '9',
      form: [false, '1001', undefined],
      denied: undefined,
      partners: [['1012', 'Gold']],
      missed: 'billing_missed',
    });
    expect(panel.left).toEqual([]);
  });

  it('shows what billing knows of clients, asked for exactly as it was recorded', async () => {
    const said = await holdClientFacts(await replay('clientFacts'));
    expect(said).toMatchObject({
      client: { kind: 'one', billingAccountId: '1001' },
      partner: { kind: 'one', billingAccountId: '1003' },
      several: { kind: 'several' },
      facts: { accountName: 'Cedar Hosting GmbH', spendCents: 24_300 },
      partnerFacts: { partnerLevel: 'Gold', spendCents: 50_000 },
      nobody: undefined,
    });
    expect(said.facts?.packs.map((pack) => pack.pricelistId)).toEqual(['101', '101']);
    expect(panel.left).toEqual([]);
  });
});
