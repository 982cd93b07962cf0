/** A ticket field that every account has; it cannot be removed, and its value stands on the ticket itself. */
export type SystemField = { id: number; type: string; title: string };

// Below every id that the account gives, so that they never meet one.
export const SYSTEM_FIELDS: readonly SystemField[] = [
  { id: 40_610_274_000_001, type: 'subject', title: 'Subject' },
  { id: 40_610_274_000_002, type: 'description', title: 'Description' },
  { id: 40_610_274_000_003, type: 'status', title: 'Status' },
  { id: 40_610_274_000_004, type: 'tickettype', title: 'Type' },
  { id: 40_610_274_000_005, type: 'priority', title: 'Priority' },
  { id: 40_610_274_000_006, type: 'group', title: 'Group' },
  { id: 40_610_274_000_007, type: 'assignee', title: 'Assignee' },
];
