import * as z from 'zod/mini';
import { entryViewSchema } from './entryView';

/** Most entries that one page can be asked for. */
export const MAX_ENTRIES_LIMIT = 50;

/** A page of an account's history, newest first. */
export const entriesPageSchema = z.object({
  entries: z.array(entryViewSchema),
  /** What `before` is to be for the page after this one; null: there is nothing older. */
  before: z.nullable(z.string()),
});

export type EntriesPage = z.infer<typeof entriesPageSchema>;
