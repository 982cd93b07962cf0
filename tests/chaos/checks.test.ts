import {
  ACCOUNT,
  AGENT,
  buildAudits,
  buildEntry,
  buildEvent,
  buildOutcome,
  buildState,
  buildTicket,
  CLIENT,
  FIELDS,
  GRANT,
  setField,
} from './check/buildOutcome';
import { checkOutcome } from './check/checkOutcome';
import type { Outcome, SeenEntry, SeenState, SeenTicket } from './check/outcome';

const rulesOf = (outcome: Partial<Outcome>) => checkOutcome(buildOutcome(outcome)).map(({ rule }) => rule);
const ticketIs = (ticket: Partial<SeenTicket>) => ({ tickets: new Map([['7', buildTicket(ticket)]]) });
const stateIs = (state: Partial<SeenState>) => ({ states: new Map([['7', buildState(state)]]) });
const opened = { authorId: CLIENT, events: [setField(FIELDS.line, 'tech')] };
const asked = (action: string) => ({ events: [setField(FIELDS.action, `credit_action_${action}`)] });
const note = (body: string) => ({ events: [buildEvent({ type: 'Comment', isPublic: false, body })] });
const reply = {
  events: [buildEvent({ type: 'Comment', isPublic: true, body: 'We look.', authorId: AGENT })],
};
const handBack = { events: [setField(FIELDS.line, 'sales')] };

/** The one debit returned, with what that makes of balance and user field. */
function returned(refund: Partial<SeenEntry>): Partial<Outcome> {
  const entry = buildEntry({
    key: 'refund:debit:zt_7:0',
    kind: 'refund',
    amountCredits: 1,
    balanceAfterCredits: 2,
    refundedKey: 'debit:zt_7:0',
    ...refund,
  });
  const [client, agent] = [...buildOutcome().users.values()];
  return {
    entries: [GRANT, buildEntry(), entry],
    balances: new Map([[ACCOUNT, 2]]),
    users: new Map([
      [CLIENT, { ...client!, fields: { support_credits: 2 } }],
      [AGENT, agent!],
    ]),
    ...stateIs({ creditState: 'refunded', reason: entry.reason }),
  };
}

describe('the checks at the end of a run', () => {
  it('find nothing where all is right', () => {
    expect(checkOutcome(buildOutcome())).toEqual([]);
  });

  it.each<[rule: string, outcome: Partial<Outcome>]>([
    ['ticket fields agree with the ledger', ticketIs({ tags: ['tech', 'credit_held'] })],
    ['ticket fields agree with the ledger', ticketIs({ tags: ['credit_debited', 'credit_free'] })],
    ['ticket fields agree with the ledger', ticketIs({ action: 'credit_action_recheck' })],
    ['ticket fields agree with the ledger', { states: new Map() }],
    ['every technical ticket is explained', stateIs({ creditState: 'pending' })],
    ['no change of a ticket is missed', stateIs({ line: 'sales' })],
    [
      'the state of a ticket follows from its entries',
      stateIs({ creditState: 'held', reason: 'no_credits' }),
    ],
    ['no problem is debited twice', { entries: [GRANT, buildEntry(), buildEntry({ key: 'debit:zt_7:1' })] }],
    ['a key is taken once', { entries: [GRANT, buildEntry(), buildEntry()] }],
    ['the ledger verifies', { health: { ...buildOutcome().health, verify: { code: 1, output: 'row 3' } } }],
    ['no defect in the log', { health: { ...buildOutcome().health, logErrors: ['internal_error'] } }],
    ['no job is given up', { health: { ...buildOutcome().health, deadJobs: ['reconcile_ticket 7'] } }],
    ['the world comes to rest', { health: { ...buildOutcome().health, isAtRest: false } }],
    ['a bridge ends only when it is ended', { health: { ...buildOutcome().health, unaskedEnds: 1 } }],
    ['the balance follows from billing and the debits', { balances: new Map([[ACCOUNT, 2]]) }],
    ['the balance is the sum of the entries', { entries: [buildEntry()] }],
    ['user fields show what the client has', { balances: new Map([[ACCOUNT, 0]]) }],
    [
      'a private note is not repeated',
      ticketIs({ audits: buildAudits(opened, note('Support credits: 1.'), note('Support credits: 1.')) }),
    ],
    ['an asking is answered', ticketIs({ audits: buildAudits(opened, asked('recheck')) })],
    [
      'nothing moves without a cause',
      ticketIs({ audits: buildAudits({ events: [setField(FIELDS.line, 'sales')] }) }),
    ],
    ['a follow-up belongs to its problem', stateIs({ problemId: 'zt_6' })],
  ])('find %s (%#)', (rule, outcome) => {
    expect(rulesOf(outcome)).toContain(rule);
  });
});

describe('what the rules return by themselves', () => {
  const due = 'what the rules return is returned';

  it('is due after a hand-back without a technical reply, and not after one', () => {
    const left = { line: 'sales', tags: ['sales', 'credit_debited'] };
    expect(rulesOf(ticketIs({ ...left, audits: buildAudits(opened, handBack) }))).toContain(due);
    expect(rulesOf(ticketIs({ ...left, audits: buildAudits(opened, reply, handBack) }))).not.toContain(due);
  });

  it('is due for an incident of a defect, once', () => {
    const problem = buildTicket({ id: '8', type: 'problem', tags: ['software_defect'], line: undefined });
    const incident = buildTicket({ type: 'incident', problemTicketId: '8' });
    const tickets = new Map([
      ['7', incident],
      ['8', problem],
    ]);
    expect(rulesOf({ tickets })).toContain(due);
    const before = buildEntry({
      key: 'refund:debit:zt_7:0',
      kind: 'refund',
      refundedKey: 'debit:zt_7:0',
      reason: 'software_defect',
    });
    const again = buildEntry({ key: 'debit:zt_7:1', actor: { kind: 'agent', id: AGENT } });
    expect(rulesOf({ tickets, entries: [GRANT, buildEntry(), before, again] })).not.toContain(due);
  });

  it('is due for a ticket merged into a charged one', () => {
    const via = { source: { rel: 'merge', from: { ticket_id: 6 } } };
    const merged = buildTicket({
      status: 'closed',
      audits: buildAudits(opened, { via, events: [setField('status', 'closed')] }),
    });
    const target = { key: 'debit:zt_6:0', problemId: 'zt_6', ticketId: '6' };
    const outcome = {
      tickets: new Map([['7', merged]]),
      states: new Map([
        ['7', buildState()],
        ['6', buildState({ ticketId: '6', problemId: 'zt_6' })],
      ]),
    };
    expect(rulesOf({ ...outcome, entries: [GRANT, buildEntry(), buildEntry(target)] })).toContain(due);
    expect(rulesOf({ ...outcome, entries: [GRANT, buildEntry()] })).not.toContain(due);
  });

  it('is due for a ticket that is gone, or belongs to another client', () => {
    expect(rulesOf(ticketIs({ isGone: true, audits: [] }))).toContain(due);
    const billing = [
      {
        accountId: '10',
        emails: ['a@client.test'],
        spent: '0.00',
        returned: '0.00',
        packs: [],
        returnable: [],
      },
    ];
    expect(rulesOf({ billing })).toContain(due);
  });
});

describe('what an agent returned', () => {
  it('has to be asked for by this very agent', () => {
    const by = (actor: SeenEntry['actor']) => returned({ reason: 'hotfix', actor });
    const audits = buildAudits(opened, asked('refund_hotfix'));
    const answers = new Map([['1001', { outcome: 'done', refusal: null }]]);
    const ticket = ticketIs({ audits, tags: ['tech', 'credit_refunded'] });
    expect(rulesOf({ ...by({ kind: 'agent', id: AGENT }), ...ticket, answers })).toEqual([]);
    expect(rulesOf({ ...by({ kind: 'agent', id: '501' }), ...ticket, answers })).toEqual([
      'nothing moves without a cause',
    ]);
  });

  it('keeps to the limit of a day, and to who may', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      buildEntry({
        key: `refund:${index}`,
        kind: 'refund',
        reason: 'out_of_scope',
        actor: { kind: 'agent', id: AGENT },
      }),
    );
    expect(rulesOf({ entries: many })).toContain('nobody returns more in a day than allowed');
    expect(rulesOf({ entries: many.slice(1) })).not.toContain('nobody returns more in a day than allowed');
    const goodwill = buildEntry({ kind: 'refund', reason: 'goodwill', actor: { kind: 'agent', id: AGENT } });
    expect(rulesOf({ entries: [goodwill] })).toContain('goodwill is for leads');
  });

  it('is returned once, to where it was taken', () => {
    const entry = { kind: 'refund', refundedKey: 'debit:zt_7:0', amountCredits: 1 };
    const [one, other] = ['refund:a', 'refund:b'].map((key) => buildEntry({ ...entry, key }));
    expect(rulesOf({ entries: [GRANT, buildEntry(), one!, other!] })).toContain('no debit is refunded twice');
    const astray = buildEntry({ ...entry, key: 'refund:c', billingAccountId: '10' });
    expect(rulesOf({ entries: [GRANT, buildEntry(), astray] })).toContain(
      'a credit goes back where it was taken',
    );
  });
});

describe('a held ticket', () => {
  const rule = 'a ticket is held for what keeps it from being charged';
  const held = (reason: string) => ({
    ...stateIs({ creditState: 'held', reason }),
    ...ticketIs({ tags: ['tech', 'credit_held'] }),
    entries: [GRANT],
  });

  it('is not held for want of credits while there are some, nor for a reason that billing does not bear out', () => {
    expect(rulesOf({ ...held('no_credits'), balances: new Map([[ACCOUNT, 2]]) })).toContain(rule);
    expect(rulesOf({ ...held('no_credits'), balances: new Map([[ACCOUNT, 0]]) })).not.toContain(rule);
    expect(rulesOf({ ...held('unknown_client'), billing: [] })).not.toContain(rule);
    expect(rulesOf({ ...held('unverified_email'), billing: [] })).toContain(rule);
  });
});
