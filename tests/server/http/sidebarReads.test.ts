import { accountCandidatesSchema } from '../../../src/contract/accountSearch';
import { clientViewSchema } from '../../../src/contract/creditsView';
import { entriesPageSchema } from '../../../src/contract/entriesPage';
import type { EntryView } from '../../../src/contract/entryView';
import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import { receiptSchema } from '../../../src/contract/receipt';
import type { Receipt } from '../../../src/contract/receipt';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { EntriesPageRequest } from '../../../src/use-cases/views/readEntriesPage';
import { buildClientView, openServer, signToken } from './openServer';

type Overrides = Parameters<typeof openServer>[0];

const entry: EntryView = {
  key: 'debit:zt_7:0',
  kind: 'debit',
  amountCredits: -1,
  balanceAfterCredits: 2,
  reason: 'charged',
  ticketId: '7',
  problemId: 'zt_7',
  actor: { kind: 'agent', userId: '500', approvedBy: '501' },
  occurredAt: '2026-11-22T09:00:00.000Z',
  recordedAt: '2026-11-22T09:00:01.000Z',
  grant: null,
};

async function ask(overrides: Overrides, url: string, body?: unknown) {
  const server = openServer(overrides);
  const answer = await server.app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: { authorization: `Bearer ${await signToken()}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const refusal = errorBodySchema.safeParse(answer.json());
  return { ...server, answer, code: refusal.data?.error.code };
}

const failWith = (code: string, retry: boolean) => async () => {
  throw new AdapterError('asked for something', { code, retry });
};

describe('every route that the sidebar reads', () => {
  it.each([
    ['GET', paths.requesterCredits('900')],
    ['GET', paths.accountEntries('1001')],
    ['GET', paths.entryReceipt('1001', 'debit:zt_7:0')],
    ['POST', paths.accountSearch()],
  ] as const)('is shut without a token: %s %s', async (method, url) => {
    const asked: unknown[] = [];
    const note = async (...values: unknown[]) => {
      asked.push(values);
      throw new Error('was asked');
    };
    const all = {
      readRequesterView: note,
      readEntriesPage: note,
      readEntryReceipt: note,
      searchAccounts: note,
    };
    const { app } = openServer(all);
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(401);
    expect(errorBodySchema.parse(answer.json()).error.code).toBe('unauthorized');
    expect(asked).toEqual([]);
  });

  it.each([
    paths.requesterCredits('nine'),
    paths.accountEntries('../1001'),
    paths.accountEntries('1001', { before: '0' }),
    paths.accountEntries('1001', { before: '12345678901' }),
    paths.accountEntries('1001', { ticketId: 'seven' }),
    paths.accountEntries('1001', { limit: 0 }),
    paths.accountEntries('1001', { limit: 51 }),
    `${paths.accountEntries('1001')}?limit=ten`,
    `${paths.accountEntries('1001')}?page=2`,
    `${paths.accountEntries('1001')}?before=3&before=4`,
    paths.entryReceipt('x', 'debit:zt_7:0'),
    paths.entryReceipt('1001', 'debit:\u0000'),
  ])('answers 400 for what makes no sense: %s', async (url) => {
    const { answer, code } = await ask({}, url);
    expect([answer.statusCode, code]).toEqual([400, 'bad_request']);
  });
});

describe('GET /v1/requesters/:id/credits', () => {
  it('answers what the contract promises', async () => {
    const asked: string[] = [];
    const { answer } = await ask(
      {
        readRequesterView: async (id) => {
          asked.push(id);
          return { ok: true, value: buildClientView() };
        },
      },
      paths.requesterCredits('900'),
    );
    expect(clientViewSchema.parse(answer.json())).toEqual(buildClientView());
    expect(asked).toEqual(['900']);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('answers 404 for a person whom the helpdesk does not have', async () => {
    const { answer, code } = await ask(
      { readRequesterView: async () => ({ ok: false, reason: 'requester_not_found' }) },
      paths.requesterCredits('900'),
    );
    expect([answer.statusCode, code]).toEqual([404, 'requester_not_found']);
  });
});

describe('GET /v1/accounts/:id/entries', () => {
  const pages: EntriesPageRequest[] = [];
  const readEntriesPage = async (request: EntriesPageRequest) => {
    pages.push(request);
    return { entries: [entry], before: '41' };
  };

  it('answers a page, and hands its cursor and its filter on', async () => {
    const url = paths.accountEntries('1001', { before: '42', ticketId: '7', limit: 1 });
    const { answer } = await ask({ readEntriesPage }, url);
    expect(entriesPageSchema.parse(answer.json())).toEqual({ entries: [entry], before: '41' });
    expect(pages.pop()).toEqual({ billingAccountId: '1001', beforeSeq: 42, ticketId: '7', limit: 1 });
  });

  it('begins with the newest twenty', async () => {
    await ask({ readEntriesPage }, paths.accountEntries('1001'));
    expect(pages.pop()).toEqual({ billingAccountId: '1001', limit: 20 });
  });

  it('answers 503 while the database is away', async () => {
    const { answer, code } = await ask(
      { readEntriesPage: failWith('database_unavailable', true) },
      paths.accountEntries('1001'),
    );
    expect([answer.statusCode, code]).toEqual([503, 'database_unavailable']);
  });
});

describe('GET /v1/accounts/:id/entries/:key/receipt', () => {
  const receipt: Receipt = {
    kind: 'movement',
    entry,
    proof: null,
    grants: [],
    owedCredits: 1,
    refund: null,
    debit: null,
  };

  it.each(['debit:zt_7:0', 'given:CASE/1#2', `expiry:given:${'x'.repeat(100)}:2026-11-22T09:00:00.000Z`])(
    'asks for the key as it is: %s',
    async (key) => {
      const asked: string[][] = [];
      const { answer } = await ask(
        {
          readEntryReceipt: async (...values) => {
            asked.push(values);
            return { ok: true, value: receipt };
          },
        },
        paths.entryReceipt('1001', key),
      );
      expect(receiptSchema.parse(answer.json())).toEqual(receipt);
      expect(asked).toEqual([['1001', key]]);
    },
  );

  it('answers 404 for an entry that this account does not have', async () => {
    const { answer, code } = await ask({}, paths.entryReceipt('1001', 'debit:zt_8:0'));
    expect([answer.statusCode, code]).toEqual([404, 'entry_not_found']);
  });
});

describe('POST /v1/accounts/search', () => {
  const email = 'ann@client.test';
  const found = {
    candidates: [
      { billingAccountId: '1001', accountName: 'Example', isPartner: false, availableCredits: null },
    ],
    hasMore: false,
  };

  it('answers accounts to choose from, and logs nothing of what was typed', async () => {
    const asked: string[] = [];
    const searchAccounts = async (text: string) => {
      asked.push(text);
      return { ok: true as const, value: found };
    };
    const { answer, logText } = await ask({ searchAccounts }, paths.accountSearch(), { text: ` ${email} ` });
    expect(accountCandidatesSchema.parse(answer.json())).toEqual(found);
    expect(asked).toEqual([email]);
    expect(logText()).not.toMatch(/ann|client\.test|Example/);
  });

  it('answers 400 for what is neither an e-mail nor a number', async () => {
    const refuse = async () => ({ ok: false as const, reason: 'account_search_invalid' as const });
    const { answer, code } = await ask({ searchAccounts: refuse }, paths.accountSearch(), {
      text: 'Example GmbH',
    });
    expect([answer.statusCode, code]).toEqual([400, 'account_search_invalid']);
  });

  it.each(['', 'nonsense', '[]', '{"text":7}', JSON.stringify({ text: 'x'.repeat(255) })])(
    'answers 400 for a body that is none: %s',
    async (body) => {
      const { answer, code } = await ask({}, paths.accountSearch(), body);
      expect([answer.statusCode, code]).toEqual([400, 'body_invalid']);
    },
  );

  it.each([
    ['billing_unreachable', true, 'billing_unavailable'],
    ['billing_timeout', true, 'billing_unavailable'],
    ['billing_unauthorized', false, 'billing_misconfigured'],
  ])('answers 502 when billing fails with %s', async (failure, retry, expected) => {
    const fail = failWith(failure, retry);
    const { answer, code } = await ask({ searchAccounts: fail }, paths.accountSearch(), { text: '1001' });
    expect([answer.statusCode, code]).toEqual([502, expected]);
  });
});
