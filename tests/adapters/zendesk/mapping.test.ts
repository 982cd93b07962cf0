import { findCommand } from '../../../src/adapters/zendesk/findCommand';
import { toDeskTicket } from '../../../src/adapters/zendesk/toDeskTicket';
import { toEuroDecimal } from '../../../src/adapters/zendesk/toEuroDecimal';
import { toTicketChange } from '../../../src/adapters/zendesk/toTicketChange';
import { toUserChange } from '../../../src/adapters/zendesk/toUserChange';
import { toWireId } from '../../../src/adapters/zendesk/toWireId';

const fieldIds = { line: '11', credit: '12', action: '13', creditsLeft: '14' };
const wireTicket = {
  id: '7',
  requester_id: '70',
  status: 'open',
  created_at: '2026-11-22T09:00:00Z',
  updated_at: '2026-11-22T10:00:00Z',
};

describe('toDeskTicket', () => {
  it('reads line, state and action from the fields that are ours', () => {
    const custom_fields = [
      { id: '99', value: 'sales' },
      { id: '11', value: 'tech' },
      { id: '12', value: 'credit_debited' },
      { id: '13', value: 'credit_action_refund_hotfix' },
    ];
    expect(toDeskTicket({ ...wireTicket, custom_fields }, fieldIds)).toEqual({
      id: '7',
      requesterId: '70',
      line: 'tech',
      creditState: 'debited',
      action: { kind: 'refund', reason: 'hotfix' },
      status: 'open',
      createdAt: '2026-11-22T09:00:00Z',
      updatedAt: '2026-11-22T10:00:00Z',
      type: undefined,
      problemTicketId: undefined,
      isDefect: false,
      followUpOf: undefined,
      followUpIds: [],
      isMerged: false,
      topic: undefined,
      product: undefined,
    });
  });

  it('reads the relations of a ticket', () => {
    const follow_up = { source: { rel: 'follow_up', from: { ticket_id: '5' } } };
    const ticket = toDeskTicket(
      {
        ...wireTicket,
        type: 'incident',
        problem_id: '3',
        tags: ['x', 'software_defect', 'closed_by_merge'],
        via: follow_up,
        followup_ids: ['8', '9'],
      },
      fieldIds,
    );
    expect(ticket).toMatchObject({
      type: 'incident',
      problemTicketId: '3',
      isDefect: true,
      followUpOf: '5',
      followUpIds: ['8', '9'],
      isMerged: true,
    });
    const other = {
      ...wireTicket,
      type: 'other',
      problem_id: null,
      tags: null,
      via: { source: { rel: null } },
    };
    expect(toDeskTicket(other, fieldIds)).toMatchObject({
      type: undefined,
      problemTicketId: undefined,
      isDefect: false,
      followUpOf: undefined,
      isMerged: false,
    });
  });

  it('reads topic and product from the tags, values that are shipped before others', () => {
    const tags = ['product_feedback', 'topic_install', 'product_vmmanager', 'topic_', 'topic_pay now'];
    expect(toDeskTicket({ ...wireTicket, tags }, fieldIds)).toMatchObject({
      topic: 'install',
      product: 'vmmanager',
    });
    const own = toDeskTicket({ ...wireTicket, tags: ['product_waf', 'product_cdn'] }, fieldIds);
    expect(own).toMatchObject({ topic: undefined, product: 'cdn' });
  });

  it('reads empty fields and values that are not ours as nothing', () => {
    const values: unknown[] = [
      null,
      '',
      'credit_',
      'credit_action_',
      'credit_action_refund_',
      'debit',
      true,
      ['tech'],
      5,
    ];
    for (const value of values) {
      const custom_fields = ['11', '12', '13'].map((id) => ({ id, value }));
      const ticket = toDeskTicket({ ...wireTicket, custom_fields }, fieldIds);
      expect([ticket.line, ticket.creditState, ticket.action]).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe('findCommand', () => {
  const set = (id: string, value: unknown, author_id = '5') => ({
    id,
    author_id,
    events: [
      { field_name: 'status', value: 'open' },
      { field_name: '13', value },
    ],
  });

  it('takes the newest asking for the value that stands', () => {
    const audits = [
      set('1', 'credit_action_debit'),
      set('2', null),
      set('3', 'credit_action_debit', '6'),
      { id: '4', author_id: '9', events: [{ field_name: 'status', value: 'credit_action_debit' }] },
    ];
    expect(findCommand(audits, '13', 'credit_action_debit')).toEqual({
      id: '3',
      action: { kind: 'debit' },
      actorId: '6',
    });
  });

  it('takes a numeric field name for the same field', () => {
    const audits = [{ id: '1', author_id: '5', events: [{ field_name: 13, value: 'credit_action_waive' }] }];
    expect(findCommand(audits, '13', 'credit_action_waive')?.id).toBe('1');
  });

  it('finds nothing when no audit explains the value, or the value is no action', () => {
    const audits = [set('1', 'credit_action_debit'), set('2', 'unknown_tag')];
    expect(findCommand(audits, '13', 'credit_action_waive')).toBeUndefined();
    expect(findCommand(audits, '13', 'unknown_tag')).toBeUndefined();
  });
});

describe('toTicketChange', () => {
  const update = { ticketId: '7', expectedUpdatedAt: '2026-11-22T10:00:00Z' };

  it('puts state, emptied command and private note into one safe update', () => {
    const change = toTicketChange(
      { ...update, creditState: 'refunded', clearAction: true, privateNote: 'done' },
      fieldIds,
    );
    expect(change).toEqual({
      ticket: {
        custom_fields: [
          { id: 12, value: 'credit_refunded' },
          { id: 13, value: null },
        ],
        comment: { body: 'done', public: false },
        safe_update: true,
        updated_stamp: '2026-11-22T10:00:00Z',
      },
    });
  });

  it.each([
    [3, '3'],
    [0, '0'],
    [-1, '-1'],
    [null, null],
  ])('writes %s credits left beside the state, where there is a field for them', (creditsLeft, value) => {
    const said = { ...update, creditState: 'debited' as const, creditsLeft };
    expect(toTicketChange(said, fieldIds).ticket).toMatchObject({
      custom_fields: [
        { id: 12, value: 'credit_debited' },
        { id: 14, value },
      ],
    });
    expect(toTicketChange(said, { ...fieldIds, creditsLeft: undefined }).ticket).toMatchObject({
      custom_fields: [{ id: 12, value: 'credit_debited' }],
    });
  });

  it('sets the status in the same update', () => {
    expect(
      toTicketChange({ ...update, creditState: 'held', status: 'pending' }, fieldIds).ticket,
    ).toMatchObject({
      status: 'pending',
      custom_fields: [{ id: 12, value: 'credit_held' }],
    });
  });

  it('names nothing that does not change', () => {
    expect(toTicketChange({ ...update, privateNote: 'only a note' }, fieldIds).ticket).not.toHaveProperty(
      'custom_fields',
    );
    const { ticket } = toTicketChange({ ...update, creditState: 'held' }, fieldIds);
    expect(Object.keys(ticket)).toEqual(['custom_fields', 'safe_update', 'updated_stamp']);
  });
});

describe('toUserChange', () => {
  it('writes spend as a decimal and the reading as a day', () => {
    const change = toUserChange({
      credits: -1,
      spendCents: 24_305,
      isPartner: true,
      billingAccountId: '77',
      billingReadAt: '2026-11-22T23:30:00-02:00',
    });
    expect(change.user.user_fields).toEqual({
      support_credits: -1,
      support_spend_eur: '243.05',
      support_partner: true,
      support_billing_read_at: '2026-11-23',
    });
  });
});

describe('toEuroDecimal', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [24_300, '243.00'],
    [-100_001, '-1000.01'],
    [9_007_199_254_740_991, '90071992547409.91'],
  ])('writes %d cents as %s', (cents, decimal) => {
    expect(toEuroDecimal(cents)).toBe(decimal);
  });

  it('refuses what is not a whole number of cents', () => {
    expect(() => toEuroDecimal(0.1)).toThrow('cents are whole');
  });
});

describe('toWireId', () => {
  it('writes a number where it is exact and keeps the text where it is not', () => {
    expect(toWireId('360012345678')).toBe(360012345678);
    expect(toWireId('9007199254740993')).toBe('9007199254740993');
    expect(toWireId('007')).toBe('007');
  });
});
