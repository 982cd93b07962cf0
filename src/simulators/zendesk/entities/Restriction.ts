/** The people who may use a macro or a view: one user, or the members of groups. */
export type Restriction = { type: 'User' | 'Group'; id: number; ids?: number[] };
