import type { AccountFacts } from '../../src/domain/accounts/accountFacts';
import type {
  AccountQuery,
  BillingDirectory,
  FoundAccounts,
} from '../../src/use-cases/ports/billingDirectory';
import type { BillingSource, ClientMatch } from '../../src/use-cases/ports/billingSource';
import type { Clock } from '../../src/use-cases/ports/clock';
import type {
  Desk,
  DeskCommand,
  DeskHistory,
  DeskTicket,
  DeskTicketUpdate,
  DeskUser,
  DeskUserFields,
} from '../../src/use-cases/ports/desk';
import type { ChangedSubject, OpenSidebars } from '../../src/use-cases/ports/openSidebars';
import { AdapterError } from '../../src/use-cases/ports/AdapterError';

const EMPTY_HISTORY: DeskHistory = {
  lineChanges: [],
  agentReplies: [],
  commands: [],
  creditChanges: [],
  requesterChanges: [],
  problemLinks: [],
  mergedInto: undefined,
  closedAt: undefined,
};

/** A helpdesk in memory: holds tickets and users, applies updates, refuses outdated ones. */
export class FakeDesk implements Desk {
  readonly tickets = new Map<string, DeskTicket>();
  readonly users = new Map<string, DeskUser>();
  readonly commands = new Map<string, DeskCommand>();
  readonly notes: string[] = [];
  readonly userFields = new Map<string, DeskUserFields>();
  /** Credits left as they were last written, by ticket. */
  readonly creditsLeft = new Map<string, number | null>();
  updateCount = 0;
  userUpdateCount = 0;
  /** Runs before each update, as if somebody else wrote the ticket in between. */
  beforeUpdate: (() => void) | undefined = undefined;
  /** What the audits of a ticket tell, as far as a test says. */
  readonly histories = new Map<string, Partial<DeskHistory>>();
  /** What the bridge wrote into the credit field of each ticket. */
  readonly written = new Map<string, DeskHistory['creditChanges']>();
  /** The time at which updates are made, ISO 8601. */
  now = (): string => '2026-11-22T12:00:00.000Z';
  #lastAudit = 0;
  /** Applies the next update but loses its answer. */
  loseNextAnswer = false;

  addTicket(ticket: Partial<DeskTicket> & { id: string }): void {
    const blank = {
      requesterId: '900',
      line: 'tech',
      creditState: undefined,
      action: undefined,
      status: 'open',
      createdAt: '2026-11-22T09:00:00.000Z',
      updatedAt: '1',
      type: undefined,
      problemTicketId: undefined,
      isDefect: false,
      followUpOf: undefined,
      followUpIds: [] as string[],
      isMerged: false,
      topic: undefined,
      product: undefined,
    } as const;
    this.tickets.set(ticket.id, { ...blank, ...ticket });
    const source = ticket.followUpOf === undefined ? undefined : this.tickets.get(ticket.followUpOf);
    if (source === undefined) return;
    this.tickets.set(source.id, { ...source, followUpIds: [...source.followUpIds, ticket.id] });
  }

  /** Ids of audits grow. */
  nextAuditId(): string {
    return String((this.#lastAudit += 1));
  }

  async readOwnUserId(): Promise<string> {
    return 'bridge';
  }

  /** A verified client of the helpdesk, unless the test says otherwise. */
  addUser(user: Partial<DeskUser> & { id: string }): void {
    const blank = {
      email: undefined,
      isEmailVerified: true,
      isAgent: false,
      isAdmin: false,
      locale: undefined,
      billingAccountId: undefined,
    };
    this.users.set(user.id, { ...blank, ...user });
  }

  change(ticketId: string, change: Partial<DeskTicket>): void {
    const ticket = this.tickets.get(ticketId)!;
    this.tickets.set(ticketId, { ...ticket, ...change, updatedAt: String(Number(ticket.updatedAt) + 1) });
  }

  ask(ticketId: string, command: DeskCommand): void {
    this.commands.set(ticketId, command);
    this.change(ticketId, { action: command.action });
  }

  /** How often a single ticket was read. */
  readTicketCount = 0;

  async readTicket(ticketId: string): Promise<DeskTicket | undefined> {
    this.readTicketCount += 1;
    return this.tickets.get(ticketId);
  }

  async readUser(userId: string): Promise<DeskUser | undefined> {
    return this.users.get(userId);
  }

  readonly groups = new Map<string, string[]>();

  async readGroupIds(userId: string): Promise<string[]> {
    return this.groups.get(userId) ?? [];
  }

  async readCommand(ticketId: string): Promise<DeskCommand | undefined> {
    return this.commands.get(ticketId);
  }

  async readHistory(ticketId: string): Promise<DeskHistory | undefined> {
    if (!this.tickets.has(ticketId)) return undefined;
    const creditChanges = this.written.get(ticketId) ?? [];
    return { ...EMPTY_HISTORY, creditChanges, ...this.histories.get(ticketId) };
  }

  async *readIncidents(problemTicketId: string): AsyncGenerator<DeskTicket[]> {
    const incidents = [...this.tickets.values()].filter(
      (ticket) => ticket.problemTicketId === problemTicketId,
    );
    for (let start = 0; start < incidents.length; start += 100) yield incidents.slice(start, start + 100);
  }

  async updateTicket(update: DeskTicketUpdate): Promise<'updated' | 'conflict' | 'closed' | 'gone'> {
    this.beforeUpdate?.();
    const ticket = this.tickets.get(update.ticketId);
    if (ticket === undefined) return 'gone';
    if (ticket.updatedAt !== update.expectedUpdatedAt) return 'conflict';
    this.updateCount += 1;
    if (update.privateNote !== undefined) this.notes.push(update.privateNote);
    if (update.creditsLeft !== undefined) this.creditsLeft.set(ticket.id, update.creditsLeft);
    this.#note(ticket, update);
    this.change(update.ticketId, {
      ...(update.creditState === undefined ? {} : { creditState: update.creditState }),
      ...(update.clearAction ? { action: undefined } : {}),
      ...(update.status === undefined ? {} : { status: update.status }),
    });
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false;
      throw new AdapterError('PUT /tickets: no answer', { code: 'zendesk_unavailable', retry: true });
    }
    return 'updated';
  }

  /** How many tickets were updated together, call by call. */
  readonly updatesTogether: number[] = [];

  async updateTickets(updates: readonly DeskTicketUpdate[]): Promise<string[]> {
    this.updatesTogether.push(updates.length);
    const isLost = this.loseNextAnswer;
    this.loseNextAnswer = false;
    const updated: string[] = [];
    for (const update of updates) {
      if (this.tickets.get(update.ticketId)?.status === 'closed') continue;
      if ((await this.updateTicket(update)) === 'updated') updated.push(update.ticketId);
    }
    if (isLost)
      throw new AdapterError('PUT update_many: no answer', { code: 'zendesk_unavailable', retry: true });
    return updated;
  }

  /** Tags that tell of few credits, by ticket. */
  readonly lowBalanceTags = new Map<string, string[]>();

  async tagLowBalance(ticketId: string, level: 'low' | 'out'): Promise<'updated' | 'closed' | 'gone'> {
    const ticket = this.tickets.get(ticketId);
    if (ticket === undefined) return 'gone';
    if (ticket.status === 'closed') return 'closed';
    this.lowBalanceTags.set(ticketId, [...new Set([...(this.lowBalanceTags.get(ticketId) ?? []), level])]);
    this.change(ticketId, {});
    return 'updated';
  }

  #note({ id, action }: DeskTicket, { creditState: state, clearAction }: DeskTicketUpdate): void {
    if (state === undefined) return;
    const taken = clearAction ? action : undefined;
    const change = { state, taken, at: this.now(), auditId: this.nextAuditId(), actorId: 'bridge' };
    this.written.set(id, [...(this.written.get(id) ?? []), change]);
  }

  async updateUserFields(userId: string, fields: DeskUserFields | undefined): Promise<'updated' | 'gone'> {
    if (!this.users.has(userId)) return 'gone';
    this.userUpdateCount += 1;
    if (fields === undefined) this.userFields.delete(userId);
    else this.userFields.set(userId, fields);
    return 'updated';
  }
}

/** A billing system in memory; `isDown` and `failure` make every question fail. */
export class FakeBilling implements BillingSource, BillingDirectory {
  readonly clients = new Map<string, ClientMatch>();
  readonly accounts = new Map<string, AccountFacts>();
  /** What was asked, in the order of asking. */
  readonly asked: string[] = [];
  isDown = false;
  failure: AdapterError | undefined = undefined;
  /** Runs while an account is read, as if the world went on. */
  whileReading: (() => void | Promise<void>) | undefined = undefined;
  readonly #clock: Clock | undefined;

  /** With a clock the time of reading is the clock's, else that of the account's facts. */
  constructor(clock?: Clock) {
    this.#clock = clock;
  }

  async readClient(email: string): Promise<ClientMatch> {
    this.asked.push(email);
    this.failWhenDown();
    return this.clients.get(email) ?? { kind: 'none' };
  }

  async readAccountFacts(billingAccountId: string): Promise<AccountFacts | undefined> {
    this.asked.push(billingAccountId);
    const readAt = this.#clock?.now().toISOString();
    await this.whileReading?.();
    this.failWhenDown();
    const facts = this.accounts.get(billingAccountId);
    return facts && { ...facts, ...(readAt === undefined ? {} : { readAt }) };
  }

  /** Accounts of an e-mail; without an entry here, the one that `clients` names. */
  readonly accountsOf = new Map<string, string[]>();

  async findAccounts(query: AccountQuery, limit: number): Promise<FoundAccounts> {
    const wanted = query.kind === 'id' ? query.billingAccountId : query.email;
    this.asked.push(`find ${wanted}`);
    this.failWhenDown();
    const ids = query.kind === 'id' ? [wanted] : this.listAccountsOf(wanted);
    const accounts = ids.slice(0, limit).flatMap((billingAccountId) => {
      const facts = this.accounts.get(billingAccountId);
      if (facts === undefined) return [];
      const { accountName, partnerLevel } = facts;
      return [{ billingAccountId, accountName, isPartner: partnerLevel !== undefined }];
    });
    return { accounts, hasMore: ids.length > limit };
  }

  private listAccountsOf(email: string): string[] {
    const match = this.clients.get(email);
    return this.accountsOf.get(email) ?? (match?.kind === 'one' ? [match.billingAccountId] : []);
  }

  private failWhenDown(): void {
    if (this.failure !== undefined) throw this.failure;
    if (this.isDown)
      throw new AdapterError('billing user: no answer', { code: 'billing_unreachable', retry: true });
  }
}

/** A clock that stands still until told otherwise. */
export class FakeClock implements Clock {
  time = new Date('2026-11-22T12:00:00.000Z');

  now(): Date {
    return this.time;
  }

  advance(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

/** Sidebars that note what they are told, as `ticket 7` or `account 1001`. */
export class FakeOpenSidebars implements OpenSidebars {
  readonly told: string[] = [];

  tell(subject: ChangedSubject): void {
    this.told.push(
      'ticketId' in subject ? `ticket ${subject.ticketId}` : `account ${subject.billingAccountId}`,
    );
  }
}
