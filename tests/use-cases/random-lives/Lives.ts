import type { DeskHistory, DeskTicket } from '../../../src/use-cases/ports/desk';
import type { World } from '../world';
import { FIRST_TICKETS } from './lifeSteps';
import type { LifeStep } from './lifeSteps';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Tickets of one run in the fake helpdesk, and what people do with them. What makes no sense now does nothing. */
export class Lives {
  readonly ticketIds: string[] = [];
  readonly #world: World;
  readonly #run: number;
  readonly #removed = new Map<string, DeskTicket>();

  constructor(world: World, run: number) {
    this.#world = world;
    this.#run = run;
    // Two people of one account, one of another, and one whom billing does not know.
    for (const [index, account] of ['1', '1', '2'].entries()) {
      const billingAccountId = `${run}${account}`;
      world.addClient(this.#toPerson(index), `${index}-${run}@client.test`, {
        billingAccountId,
        spendCents: 20_000,
      });
    }
    world.desk.addUser({ id: this.#toPerson(3), email: `nobody-${run}@client.test` });
    world.billing.isDown = false;
    const problem = { line: undefined, type: 'problem', isDefect: true } as const;
    world.desk.addTicket({ id: this.#problemId, ...problem });
    for (let index = 0; index < FIRST_TICKETS; index += 1)
      this.#addTicket({ requesterId: this.#toPerson(0) });
  }

  /** Lets it happen; answers the ticket that it happened to. */
  take(step: LifeStep): string | undefined {
    this.#world.clock.advance(MINUTE_MS);
    if (step.kind === 'billing') {
      this.#world.billing.isDown = step.isDown;
      return undefined;
    }
    if (step.kind === 'spend') {
      this.#spend(step.person, step.credits);
      return undefined;
    }
    const ticketId = this.#toTicket(step.ticket);
    if (ticketId === undefined) return undefined;
    if (step.kind === 'restore') this.#restore(ticketId);
    if (step.kind === 'follow_up') return this.#followUp(ticketId, step);
    const ticket = this.#world.desk.tickets.get(ticketId);
    if (ticket === undefined) return ticketId;
    if (step.kind === 'defect') this.#link(ticket, step.isLinked);
    if (step.kind === 'remove') this.#remove(ticket);
    if (ticket.status !== 'closed') this.#changeOpen(ticket, step);
    return ticketId;
  }

  #changeOpen(ticket: DeskTicket, step: LifeStep): void {
    const { desk } = this.#world;
    const history = this.#historyOf(ticket.id);
    const at = this.#now();
    if (step.kind === 'line' && step.line !== ticket.line) {
      desk.change(ticket.id, { line: step.line });
      history.lineChanges.push({ line: step.line, at, actorId: '500' });
    }
    if (step.kind === 'reply') history.agentReplies.push({ at, authorId: '500' });
    if (step.kind === 'requester') this.#giveTo(ticket, this.#toPerson(step.person));
    if (step.kind === 'close') this.#close(ticket, {});
    if (step.kind === 'merge') this.#merge(ticket, this.#toTicket(step.target));
    if (step.kind === 'command') {
      const id = desk.nextAuditId();
      const command = { id, actorId: step.isByAgent ? '500' : this.#toPerson(0), action: step.action };
      history.commands.push({ ...command, at });
      desk.ask(ticket.id, command);
    }
  }

  #giveTo(ticket: DeskTicket, requesterId: string): void {
    if (ticket.requesterId === requesterId) return;
    const auditId = this.#world.desk.nextAuditId();
    this.#historyOf(ticket.id).requesterChanges.push({ requesterId, at: this.#now(), auditId });
    this.#world.desk.change(ticket.id, { requesterId });
  }

  #merge(ticket: DeskTicket, targetId: string | undefined): void {
    const target = targetId === undefined ? undefined : this.#world.desk.tickets.get(targetId);
    if (target === undefined || target.id === ticket.id || target.status === 'closed') return;
    this.#historyOf(ticket.id).mergedInto = target.id;
    this.#close(ticket, { isMerged: true });
  }

  #close(ticket: DeskTicket, change: Partial<DeskTicket>): void {
    this.#historyOf(ticket.id).closedAt = this.#now();
    this.#world.desk.change(ticket.id, { ...change, status: 'closed', action: undefined });
  }

  #followUp(
    sourceId: string,
    { person, afterDays }: Extract<LifeStep, { kind: 'follow_up' }>,
  ): string | undefined {
    const source = this.#world.desk.tickets.get(sourceId);
    if (source === undefined) return undefined;
    // Only a closed ticket can be followed up.
    if (source.status !== 'closed') this.#close(source, {});
    const closedAt = this.#historyOf(sourceId).closedAt ?? this.#now();
    const createdAt = new Date(Date.parse(closedAt) + afterDays * DAY_MS).toISOString();
    // Zendesk copies fields and tags.
    const { line, isMerged, isDefect } = source;
    const requesterId = this.#toPerson(person);
    return this.#addTicket({ followUpOf: sourceId, createdAt, requesterId, line, isMerged, isDefect });
  }

  #addTicket(ticket: Partial<DeskTicket>): string {
    const id = `${this.#run}${String(this.ticketIds.length + 1).padStart(3, '0')}`;
    this.ticketIds.push(id);
    this.#world.desk.addTicket({ line: 'sales', ...ticket, id });
    const [at, auditId] = [this.#now(), this.#world.desk.nextAuditId()];
    const history = this.#historyOf(id);
    history.lineChanges.push({ line: ticket.line ?? 'sales', at, actorId: '500' });
    const { requesterId } = this.#world.desk.tickets.get(id)!;
    history.requesterChanges.push({ requesterId, at, auditId });
    return id;
  }

  #link(ticket: DeskTicket, isLinked: boolean): void {
    const link = { type: 'incident', problemTicketId: this.#problemId } as const;
    const auditId = this.#world.desk.nextAuditId();
    const problemTicketId = isLinked ? this.#problemId : undefined;
    this.#historyOf(ticket.id).problemLinks.push({ problemTicketId, at: this.#now(), auditId });
    this.#world.desk.change(ticket.id, isLinked ? link : { type: undefined, problemTicketId: undefined });
  }

  #remove(ticket: DeskTicket): void {
    this.#removed.set(ticket.id, ticket);
    this.#world.desk.tickets.delete(ticket.id);
  }

  #restore(ticketId: string): void {
    const ticket = this.#removed.get(ticketId);
    if (ticket === undefined) return;
    this.#removed.delete(ticketId);
    this.#world.desk.tickets.set(ticketId, ticket);
  }

  #spend(person: number, credits: number): void {
    const account = `${this.#run}${person === 2 ? '2' : '1'}`;
    const facts = this.#world.billing.accounts.get(account)!;
    const spendCents = Math.max(facts.spendCents, credits * 10_000);
    this.#world.billing.accounts.set(account, { ...facts, spendCents });
  }

  #historyOf(ticketId: string): Mutable<Omit<DeskHistory, 'creditChanges'>> {
    const { histories } = this.#world.desk;
    const known = histories.get(ticketId);
    if (known !== undefined) return known as Omit<DeskHistory, 'creditChanges'>;
    const empty: Omit<DeskHistory, 'creditChanges'> = {
      lineChanges: [],
      agentReplies: [],
      commands: [],
      requesterChanges: [],
      problemLinks: [],
      mergedInto: undefined,
      closedAt: undefined,
    };
    histories.set(ticketId, empty);
    return empty;
  }

  /** Whatever number was drawn, it is one of the tickets that there are. */
  #toTicket(drawn: number): string | undefined {
    return this.ticketIds[drawn % this.ticketIds.length];
  }

  #toPerson(index: number): string {
    return `${this.#run}90${index}`;
  }

  get #problemId(): string {
    return `${this.#run}999`;
  }

  #now(): string {
    return this.#world.clock.now().toISOString();
  }
}
