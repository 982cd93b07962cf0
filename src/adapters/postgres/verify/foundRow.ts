/** A row that does not hold, with its place, so that the first one can be told. `account_seq` null: the account as a whole. */
export type FoundRow = {
  credit_account_id: string | null;
  account_seq: number | null;
  key: string | null;
  wrong: string | null;
};
