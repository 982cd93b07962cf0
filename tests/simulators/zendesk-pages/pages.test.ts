import { readPageData, startPages } from './startPages';
import type { RunningPages } from './startPages';

let pages: RunningPages;
beforeEach(async () => {
  pages = await startPages();
});
afterEach(() => pages.close());

/** Cookies as a browser would send them back to a page; paths are left aside. */
const signIn = async (path: string): Promise<{ cookie: string; location: string | null; status: number }> => {
  const response = await fetch(pages.url + path, { redirect: 'manual' });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, location: response.headers.get('location'), status: response.status };
};
const open = async (path: string, cookie = ''): Promise<{ status: number; text: string }> => {
  const response = await fetch(pages.url + path, { headers: { cookie } });
  return { status: response.status, text: await response.text() };
};

describe('signing in', () => {
  it('leads to the same address without the person, keeping the rest of it', async () => {
    const { status, location, cookie } = await signIn('/hc/requests/new?as=credits@client.test&x=1');
    expect([status, location]).toEqual([302, '/hc/requests/new?x=1']);
    expect(cookie).toContain('credits');
  });

  it('says on a page that nobody has an address', async () => {
    const { status, text } = await open('/agent/tickets?as=%3Cb%3E@nobody.test');
    expect(status).toBe(404);
    expect(text).toContain('&lt;b&gt;@nobody.test');
  });

  it('makes whoever comes to the agents without a session an ordinary agent', async () => {
    const { text } = await open('/agent/tickets');
    expect(readPageData(text).user).toMatchObject({
      email: 'care@agent.test',
      role: 'agent',
      locale: 'en-US',
    });
  });

  it('gives the page the chosen agent with their language', async () => {
    const { cookie } = await signIn('/agent/tickets?as=tech@agent.test');
    const { text } = await open('/agent/tickets', cookie);
    expect(readPageData(text).user).toMatchObject({ email: 'tech@agent.test', locale: 'ru' });
  });

  it('names the groups of the agent, without deleted ones', async () => {
    const { cookie } = await signIn('/agent/tickets?as=admin@agent.test');
    const { groups } = pages.account.desk.world;
    const [care] = groups.filter(({ name }) => name === 'Client care');
    groups.put({ ...care!, deleted: true });
    const { text } = await open('/agent/tickets', cookie);
    const { groups: named } = readPageData(text).user as { groups: { id: number; name: string }[] };
    expect(named).toEqual([{ id: expect.any(Number), name: 'Technical support' }]);
  });

  it('remembers the agent of the agents’ pages while a client is signed in, and does not take the client for one', async () => {
    const agentPage = await fetch(`${pages.url}/agent/tickets`, {
      headers: { cookie: (await signIn('/agent/tickets?as=tech@agent.test')).cookie },
    });
    const remembered = agentPage.headers.getSetCookie().find((one) => one.includes('Path=/agent')) ?? '';
    const client = (await signIn('/hc/requests?as=credits@client.test')).cookie;
    const { text } = await open('/agent/tickets', `${client}; ${remembered.split(';')[0] ?? ''}`);
    expect(readPageData(text).user).toMatchObject({ email: 'tech@agent.test' });
  });

  it('offers the three agents and not the integration user', async () => {
    const { text } = await open('/agent/tickets');
    const agents = readPageData(text).agents as { email: string }[];
    expect(agents.map(({ email }) => email)).toEqual([
      'care@agent.test',
      'tech@agent.test',
      'admin@agent.test',
    ]);
  });

  it('asks who is there before the help center opens', async () => {
    const { text } = await open('/hc/requests/new');
    expect(readPageData(text)).toMatchObject({ screen: { name: 'sign-in' } });
  });
});

describe('the agents’ page for a new ticket', () => {
  it('holds a ticket of nobody, without an id, with the fields of the form', async () => {
    const { text } = await open('/agent/tickets/new/1');
    const { screen } = readPageData(text) as { screen: { name: string; ticket: Record<string, unknown> } };
    const { fields, values } = screen.ticket as { fields: { title: string }[]; values: object };
    expect(screen).toMatchObject({ name: 'new-ticket', ticket: { id: 0, status: 'new', comments: [] } });
    expect(screen.ticket).not.toHaveProperty('requester');
    expect(fields.map(({ title }) => title)).toContain('Support line · Линия поддержки');
    expect(new Set(Object.values(values))).toEqual(new Set([null]));
  });
});

describe('an agent’s page of a ticket', () => {
  it('holds the ticket, its fields by their names and the app, without the secure setting', async () => {
    const id = pages.seedTicket({
      requester: 'credits@client.test',
      subject: 'Где мой ключ?',
      fields: { support_line: 'tech' },
    });
    const { text } = await open(`/agent/tickets/${String(id)}`);
    const { screen, app } = readPageData(text) as {
      screen: { ticket: Record<string, unknown> };
      app: unknown;
    };
    const { values, fields } = screen.ticket as { values: object; fields: { id: number; title: string }[] };
    expect(screen.ticket).toMatchObject({
      id,
      subject: 'Где мой ключ?',
      requester: { email: 'credits@client.test' },
    });
    expect(values).toHaveProperty(
      String(fields.find(({ title }) => title.startsWith('Support line'))?.id),
      'tech',
    );
    expect(app).toMatchObject({
      version: '1.2.3',
      settings: { bridge_url: 'https://bridge.test' },
      locations: { ticket_sidebar: 'http://localhost:9/77/assets/iframe.html' },
    });
    expect(text).not.toContain('kept-from-browsers');
  });

  it('names the other tickets that it belongs to, without deleted ones', async () => {
    const problem = pages.seedTicket({
      requester: 'credits@client.test',
      subject: 'Defect',
      type: 'problem',
    });
    const incidents = ['Down', 'Gone'].map((subject) =>
      pages.seedTicket({ requester: 'empty@client.test', subject, type: 'incident', problem_id: problem }),
    );
    const { tickets } = pages.account.desk.world;
    tickets.put({ ...tickets.get(incidents[1] ?? 0)!, deleted: true });
    const read = async (id: number | undefined) =>
      JSON.parse((await open(`/agent/data/tickets/${String(id)}`)).text) as Record<string, unknown>;
    expect(await read(problem)).toMatchObject({
      problem: null,
      relations: { incidents: [{ id: incidents[0], subject: 'Down', status: 'new' }], incidentCount: 1 },
    });
    expect(await read(incidents[0])).toMatchObject({ problem: { id: problem, subject: 'Defect' } });
  });

  it('holds the user fields of the requester, each with its title and value', async () => {
    const id = pages.seedTicket({ requester: 'partner@client.test' });
    const { users } = pages.account.desk.world;
    const partner = users.find(({ email }) => email === 'partner@client.test');
    users.put({ ...partner!, user_fields: { support_partner: true, support_spend_eur: 500 } });
    const ticket = JSON.parse((await open(`/agent/data/tickets/${String(id)}`)).text) as {
      requesterFields: object[];
    };
    expect(ticket.requesterFields).toMatchObject([
      {
        key: 'support_credits',
        type: 'integer',
        title: 'Support credits · Обращения в поддержку',
        value: null,
      },
      {
        key: 'support_spend_eur',
        type: 'decimal',
        title: 'Spent on products, EUR · Потрачено на продукты, EUR',
        value: 500,
      },
      { key: 'support_partner', type: 'checkbox', title: 'Partner · Партнёр', value: true },
      {
        key: 'support_billing_account',
        type: 'text',
        title: 'Billing account · Аккаунт в биллинге',
        value: null,
      },
      {
        key: 'support_billing_read_at',
        type: 'date',
        title: 'Billing read on · Биллинг прочитан',
        value: null,
      },
    ]);
  });

  it('writes text of a ticket as text, whatever it holds', async () => {
    const subject = '</script><script>alert(1)</script>';
    const id = pages.seedTicket({ requester: 'credits@client.test', subject });
    const { text } = await open(`/agent/tickets/${String(id)}`);
    expect(text).not.toContain('<script>alert');
    expect(readPageData(text)).toMatchObject({ screen: { ticket: { subject } } });
  });

  it.each(['99', 'x', '1e3', '-1'])('is not there for the id %s', async (id) => {
    expect((await open(`/agent/tickets/${id}`)).status).toBe(404);
    expect((await open(`/agent/data/tickets/${id}`)).status).toBe(404);
  });
});

describe('the list of tickets', () => {
  it('shows the newest first, with the names of line and credit', async () => {
    pages.seedTicket({
      requester: 'credits@client.test',
      subject: 'First',
      fields: { support_line: 'tech' },
    });
    pages.seedTicket({
      requester: 'empty@client.test',
      subject: 'Second',
      fields: { support_credit: 'credit_held' },
    });
    const list = JSON.parse((await open('/agent/data/tickets')).text) as {
      columnTitles: string[];
      rows: object[];
    };
    expect(list.columnTitles).toEqual(['Support line · Линия поддержки', 'Credit · Обращение']);
    expect(list.rows).toMatchObject([
      {
        subject: 'Second',
        requester: 'empty@client.test',
        columns: [
          'Client care (free) · Клиентский отдел (бесплатно)',
          'Held: no credit taken yet · Ожидает: обращение не списано',
        ],
      },
      {
        subject: 'First',
        requester: 'credits@client.test',
        columns: ['Technical support (1 credit) · Техподдержка (1 обращение)', ''],
      },
    ]);
  });

  it('shows deleted tickets apart, with who deleted them', async () => {
    const id = pages.seedTicket({ requester: 'credits@client.test', subject: 'Gone' });
    const { tickets, users } = pages.account.desk.world;
    const [agent] = users.by('email', 'care@agent.test');
    const deletion = { at: '2026-11-22T10:00:00Z', actor_id: agent!.id, isPermanent: false };
    tickets.put({ ...tickets.get(id)!, deleted: true, deletion });
    const list = JSON.parse((await open('/agent/data/tickets')).text) as Record<string, unknown>;
    expect(list).toMatchObject({
      rows: [],
      deleted: [{ id, subject: 'Gone', by: 'Carol Reyes', at: '2026-11-22T10:00:00Z' }],
    });
  });
});

describe('the help center', () => {
  const asClient = async (path: string, email = 'credits@client.test') =>
    open(path, (await signIn(`${path}?as=${email}`)).cookie);

  it('asks for the fields that clients may fill in, under the titles for clients', async () => {
    const { screen } = readPageData((await asClient('/hc/requests/new')).text) as {
      screen: { fields: { title: string }[] };
    };
    expect(screen.fields.map(({ title }) => title)).toEqual([
      'Who should answer · Кто должен ответить',
      'Topic · Тема',
      'Product · Продукт',
    ]);
  });

  it('draws the form of either theme, in the language of the address, with the script of the theme', async () => {
    const { cookie } = await signIn('/hc/requests/new?as=credits@client.test');
    const { text } = await open('/hc/ru/requests/new?theme=copenhagen', cookie);
    expect(readPageData(text)).toMatchObject({ screen: { name: 'new-request', theme: 'copenhagen' } });
    expect(text).toContain('<html lang="ru">');
    expect(text).toContain('<script src="/pages/theme.js" data-bridge="https://bridge.test" defer>');
    const other = (await asClient('/hc/requests/new')).text;
    expect(readPageData(other)).toMatchObject({ screen: { theme: 'classic' } });
    expect(other).toContain('<html lang="en-us">');
    const place = (await asClient('/hc/ru/p/support-credits')).text;
    expect(readPageData(place)).toMatchObject({ screen: { name: 'my-credits' } });
  });

  it('shows a client the public part of their request: no private note, no internal field', async () => {
    const id = pages.seedTicket({
      requester: 'credits@client.test',
      fields: { support_credit: 'credit_debited', credit_action: 'credit_action_recheck' },
    });
    const { world } = pages.account.desk;
    const [first] = world.comments.filter((comment) => comment.ticket_id === id);
    world.comments.put({ ...first!, id: 1, body: 'between us', public: false });
    const { text } = await asClient(`/hc/requests/${String(id)}`);
    const { request } = readPageData(text).screen as { request: { fields: object[]; comments: object[] } };
    expect(request.comments).toHaveLength(1);
    expect(request.fields).toContainEqual(
      expect.objectContaining({
        title: 'Credit · Обращение',
        value: '1 credit debited · Списано 1 обращение',
      }),
    );
    expect(text).not.toMatch(/between us|Credit action|Check again/);
  });

  it('hides a request from every other client', async () => {
    const id = String(pages.seedTicket({ requester: 'credits@client.test' }));
    expect((await asClient(`/hc/requests/${id}`, 'empty@client.test')).status).toBe(404);
    expect((await asClient(`/hc/data/requests/${id}`, 'empty@client.test')).status).toBe(404);
    expect((await open(`/hc/data/requests/${id}`)).status).toBe(404);
  });
});

describe('without an app', () => {
  it('says so on the first page, and the agents’ pages work', async () => {
    const bare = await startPages({ withApp: false });
    const [index, tickets] = await Promise.all(['/', '/agent/tickets'].map((path) => fetch(bare.url + path)));
    expect(await index?.text()).toContain('No app is installed.');
    expect(readPageData((await tickets?.text()) ?? '')).not.toHaveProperty('app');
    await bare.close();
  });
});

it('serves its style sheet', async () => {
  const response = await fetch(`${pages.url}/pages/simulator.css`);
  expect(response.headers.get('content-type')).toContain('text/css');
  expect(await response.text()).toContain('--accent');
});
