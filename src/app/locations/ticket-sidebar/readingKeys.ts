/** Under which the panel keeps where it stands. */
export const INSTALLATION_KEY = 'installation';

/** Under which it keeps the view of a ticket. */
export const toViewKey = (ticketId: string) => ['credits', ticketId] as const;
