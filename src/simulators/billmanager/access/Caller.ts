/**
 * Who makes a call. Employees have the level 29 and see all; clients have 16 and see the rows of their own account
 * (billmanager.md 2). `name` is what they log in with.
 */
export type Caller = {
  userId: string;
  name: string;
  realname: string;
  level: 16 | 29;
  accountId?: string;
};
