import { buildTicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import { UNSAVED_TICKET_ID } from '../../../src/simulators/zendesk/pages/views/NewTicketView';
import { buildHostPage, buildTicket } from './buildHostPage';
import { connectSdk } from './connectSdk';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the host, as the real SDK meets it', () => {
  it('tells the app where it is and with which settings', async () => {
    const { client } = connectSdk(buildHostPage());
    expect(await client.context()).toEqual({
      instanceGuid: 'G',
      product: 'support',
      account: { subdomain: 'playground' },
      location: 'ticket_sidebar',
      ticketId: 1,
    });
    expect(await client.metadata()).toMatchObject({
      appId: 11,
      settings: { bridge_url: 'https://bridge.test' },
    });
  });

  it.each([
    ['ticket.id', 1],
    ['ticket.subject', 'Keys'],
    ['ticket.requester.email', 'clara@client.test'],
    ['ticket.customField:custom_field_100', 'sales'],
    ['ticket.form.id', null],
    ['currentUser.locale', 'ru'],
    ['currentUser.groups', [{ id: 5, name: 'Technical support' }]],
    ['currentAccount', { subdomain: 'playground' }],
    ['requirement:support_line', { requirement_id: 100, requirement_type: 'ticket_fields' }],
    ['colorScheme', 'dark'],
    ['comment.text', ''],
  ])('answers get of %s', async (path, value) => {
    const { client } = connectSdk(buildHostPage());
    expect(await client.get(path)).toEqual({ [path]: value, errors: {} });
  });

  it('answers several paths at once, each with its value or its error', async () => {
    const { client } = connectSdk(buildHostPage());
    expect(await client.get(['ticket.id', 'nope', 'ticket.customField:custom_field_9'])).toEqual({
      'ticket.id': 1,
      errors: {
        nope: { name: 'APIError', message: 'No such Api', path: 'nope' },
        'ticket.customField:custom_field_9': expect.objectContaining({ name: 'APIError' }),
      },
    });
  });

  it.each(['nope', 'requirement:other', 'toString', 'constructor'])(
    'rejects a single get of %s',
    async (path) => {
      const { client } = connectSdk(buildHostPage());
      await expect(client.get(path)).rejects.toMatchObject({
        name: 'APIError',
        message: `"${path}" No such Api`,
      });
    },
  );

  it('has no ticket paths where there is no ticket', async () => {
    const { client } = connectSdk(buildHostPage({ ticket: undefined, location: 'nav_bar' }));
    await expect(client.get('ticket.id')).rejects.toMatchObject({ name: 'APIError' });
    expect(await client.context()).not.toHaveProperty('ticketId');
  });

  it('has a ticket without an id while it is being written, and tells of the requester who is chosen', async () => {
    const unsaved = buildTicket({ id: UNSAVED_TICKET_ID, status: 'new', requester: undefined });
    const page = buildHostPage({ ticket: buildTicketModel(unsaved), location: 'new_ticket_sidebar' });
    const { client } = connectSdk(page);
    expect(await client.context()).toEqual(expect.objectContaining({ location: 'new_ticket_sidebar' }));
    expect(await client.context()).not.toHaveProperty('ticketId');
    const paths = ['ticket.id', 'ticket.requester.id', 'ticket.status'];
    expect(await client.get(paths)).toMatchObject({
      'ticket.id': null,
      'ticket.requester.id': null,
      'ticket.status': 'new',
    });
    page.ticket.change({ requester: buildTicket().requester });
    expect(await client.get(paths)).toMatchObject({ 'ticket.id': null, 'ticket.requester.id': 7 });
  });

  it('sets the draft on the screen and tells the app of it by the event’s own name', async () => {
    const page = buildHostPage();
    const { client } = connectSdk(page);
    await client.set('ticket.customField:custom_field_100', 'tech');
    await client.set('comment.text', 'Hello');
    expect(page.ticket.draft()).toEqual({ values: { 100: 'tech' } });
    expect(page.ticket.saved().values).toEqual({ 100: 'sales' });
    expect(await client.get('ticket.customField:custom_field_100')).toMatchObject({
      'ticket.customField:custom_field_100': 'tech',
    });
    expect(page.ticket.comment().text).toBe('Hello');
  });

  it.each([
    ['ticket.status', 'closed'],
    ['ticket.status', 'new'],
    ['ticket.type', 'nonsense'],
    ['ticket.id', 5],
  ])('refuses to set %s to %s', async (path, value) => {
    const page = buildHostPage();
    const { client } = connectSdk(page);
    await expect(client.set(path, value)).rejects.toMatchObject({ name: 'APIError' });
    expect(page.ticket.draft()).toEqual({ values: {} });
  });

  it('shows a notification as text, changes its own height, and answers what it only counts', async () => {
    const { client, frame } = connectSdk(buildHostPage());
    await client.invoke('notify', '<b>Saved</b>', 'error');
    await client.invoke('resize', { width: '100%', height: '200px' });
    expect(document.querySelector('.toast.error')).toHaveTextContent('<b>Saved</b>');
    expect(frame.style.height).toBe('200px');
    await expect(client.invoke('track', { type: 'click' })).resolves.toBeDefined();
    await expect(client.invoke('fly')).rejects.toMatchObject({
      name: 'APIError',
      message: '"fly" No such Api',
    });
  });

  it('adds and removes tags in the draft and answers them', async () => {
    const page = buildHostPage();
    const { client } = connectSdk(page);
    expect(await client.invoke('ticket.tags.add', ['VIP', 'sales'])).toMatchObject({
      'ticket.tags.add': ['sales', 'vip'],
    });
    expect(await client.invoke('ticket.tags.remove', 'sales')).toMatchObject({
      'ticket.tags.remove': ['vip'],
    });
    expect(page.ticket.saved().tags).toEqual(['sales']);
  });

  it('sends an event while the app listens, and not after', async () => {
    const { client, host } = connectSdk(buildHostPage());
    const heard: unknown[] = [];
    const handler = (data: unknown) => heard.push(data);
    host.emit('ticket.updated', { id: 1 });
    client.on('ticket.updated', handler);
    host.emit('ticket.updated', { id: 2 });
    client.off('ticket.updated', handler);
    host.emit('ticket.updated', { id: 3 });
    client.on('my.event', handler);
    client.trigger('my.event', 'own');
    expect(heard).toEqual([{ id: 2 }, 'own']);
  });

  it('tells an app that it was activated when the app begins to listen', async () => {
    const { client } = connectSdk(buildHostPage());
    const heard = jest.fn();
    client.on('app.activated', heard);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('saves without asking an app that does not listen', async () => {
    const { host } = connectSdk(buildHostPage());
    expect(await host.askBeforeSave()).toBeUndefined();
  });

  it.each([
    ['agrees', () => true, undefined],
    ['gives its reason', () => 'choose a line first', 'choose a line first'],
    ['fails', () => Promise.reject(new Error('bridge is away')), 'bridge is away'],
  ])('lets the app speak before a save: it %s', async (_what, handler, veto) => {
    const { client, host } = connectSdk(buildHostPage());
    client.on('ticket.save', handler);
    expect(await host.askBeforeSave()).toBe(veto);
  });

  it.each([
    '',
    'not json',
    '[]',
    '{"key":"session.live"}',
    '{"key":"__track__","message":{}}',
    '{"id":1}',
    null,
    7,
  ])('is silent about %p', async (posted) => {
    const { host } = connectSdk(buildHostPage());
    expect(() => {
      host.receive(posted);
    }).not.toThrow();
  });
});

describe('the ticket on the screen', () => {
  it('takes what others changed and keeps what the agent has touched', () => {
    const { ticket } = buildHostPage();
    ticket.change({ values: { 100: 'tech' } });
    ticket.replaceSaved(buildTicket({ status: 'pending', values: { 100: null } }));
    expect(ticket.current()).toMatchObject({ status: 'pending', values: { 100: 'tech' } });
  });

  it('names what differs by the property of the framework’s event', () => {
    const { ticket } = buildHostPage();
    const heard: unknown[] = [];
    ticket.onChange((changes) => heard.push(...changes));
    ticket.replaceSaved(buildTicket({ status: 'solved', values: { 100: 'tech' }, updatedAt: 'later' }));
    expect(heard).toEqual([
      { property: 'ticket.status', oldValue: 'open', newValue: 'solved' },
      { property: 'ticket.custom_field_100', oldValue: 'sales', newValue: 'tech' },
    ]);
  });

  it('has nothing touched after a submit', () => {
    const { ticket } = buildHostPage();
    ticket.change({ status: 'solved' });
    ticket.changeComment({ text: 'Done' });
    ticket.replaceSubmitted(buildTicket({ status: 'solved' }));
    expect(ticket.draft()).toEqual({ values: {} });
    expect(ticket.comment().text).toBe('');
  });
});
