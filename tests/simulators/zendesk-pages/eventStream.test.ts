import { startPages } from './startPages';
import type { RunningPages } from './startPages';

let pages: RunningPages;
beforeEach(async () => {
  pages = await startPages();
});
afterEach(() => pages.close());

async function openStream(path: string) {
  const response = await fetch(pages.url + path);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  return {
    type: response.headers.get('content-type'),
    next: async () => JSON.parse(((await reader.read()).value ?? '').replace(/^data: /, '')) as unknown,
    isOver: async () => (await reader.read()).done,
  };
}

describe('event streams', () => {
  it('tells agents which ticket changed, in which update, by whom, and that a rule had a part in it', async () => {
    const stream = await openStream('/agent/events');
    const ticketId = pages.seedTicket({ requester: 'credits@client.test', via: 'email' });
    const [audit] = pages.account.desk.world.audits.filter((one) => one.ticket_id === ticketId);
    expect(stream.type).toBe('text/event-stream');
    expect(await stream.next()).toMatchObject({
      ticketId,
      auditId: audit?.id,
      actor: { email: 'credits@client.test' },
      byRule: true,
    });
  });

  it('tells agents whose profile has changed, and clients nothing of it', async () => {
    const ticketId = pages.seedTicket({ requester: 'credits@client.test' });
    const [agents, client] = await Promise.all(
      ['/agent/events', `/hc/events?request=${String(ticketId)}`].map(openStream),
    );
    pages.account.desk.events.emit('user.updated', 7);
    expect(await agents!.next()).toEqual({ userId: 7 });
    pages.account.desk.events.emit('ticket.updated', ticketId, 1);
    expect(await client!.next()).toEqual({ ticketId });
  });

  it('tells a client’s page of its own request only, and nothing but its number', async () => {
    const first = pages.seedTicket({ requester: 'credits@client.test' });
    const stream = await openStream(`/hc/events?request=${String(first)}`);
    pages.seedTicket({ requester: 'empty@client.test' });
    pages.account.desk.events.emit('ticket.updated', first, 1);
    expect(await stream.next()).toEqual({ ticketId: first });
  });

  it('ends with the server', async () => {
    const stream = await openStream('/agent/events');
    const closing = pages.close();
    expect(await stream.isOver().catch(() => true)).toBe(true);
    await closing;
    expect(pages.account.desk.events.eventNames()).toEqual([]);
    pages = await startPages();
  });
});
