import type { SelectOption } from '../dom/selectField';

/** The words agents read for the statuses of a ticket, in their order. */
export const STATUS_OPTIONS: SelectOption[] = [
  { value: 'new', name: 'New' },
  { value: 'open', name: 'Open' },
  { value: 'pending', name: 'Pending' },
  { value: 'hold', name: 'On-hold' },
  { value: 'solved', name: 'Solved' },
  { value: 'closed', name: 'Closed' },
];

export const TYPE_OPTIONS: SelectOption[] = [
  { value: '', name: '–' },
  { value: 'question', name: 'Question' },
  { value: 'incident', name: 'Incident' },
  { value: 'problem', name: 'Problem' },
  { value: 'task', name: 'Task' },
];

/**
 * The statuses an agent can choose for a ticket in this one: nobody makes a ticket new again, and only time closes it
 * (zendesk.md 2.1).
 */
export function readStatusChoices(current: string): SelectOption[] {
  return STATUS_OPTIONS.filter(({ value }) => value === current || (value !== 'new' && value !== 'closed'));
}
