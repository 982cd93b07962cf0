import { fromCommandAction, toCommandAction } from '../../../src/domain/tickets/command';
import { AGENT_REFUND_REASONS } from '../../../src/domain/policy/refundReason';
import requirements from '../../../requirements.json';

describe('toCommandAction', () => {
  it('understands every value of the shipped ticket field, and turns it back into the same value', () => {
    const values = requirements.ticket_fields.credit_action.custom_field_options.map((option) =>
      option.value.replace('credit_action_', ''),
    );
    for (const value of values) {
      const action = toCommandAction(value);
      expect(action && fromCommandAction(action)).toBe(value);
    }
    const reasons = AGENT_REFUND_REASONS.map((reason) => `refund_${reason}`);
    expect([...values].sort()).toEqual(
      [...reasons, 'debit', 'waive', 'recheck', 'new_problem', 'approve'].sort(),
    );
  });

  it('has a value of the ticket field, and of the trigger that tells of it, for everything that agents may ask', () => {
    const shipped = JSON.stringify(requirements.triggers.support_credits_4_updated.conditions);
    const values = requirements.ticket_fields.credit_action.custom_field_options.map(({ value }) => value);
    const refunds = AGENT_REFUND_REASONS.map((reason) => `refund_${reason}`);
    for (const value of ['debit', 'waive', 'recheck', 'new_problem', 'approve', ...refunds]) {
      expect(values).toContain(`credit_action_${value}`);
      expect(shipped).toMatch(new RegExp(`credit_action_${value}[ "]`));
    }
  });

  it.each(['', 'refund', 'refund_', 'refund_unknown', 'DEBIT'])('knows no action %j', (value) => {
    expect(toCommandAction(value)).toBeUndefined();
  });
});
