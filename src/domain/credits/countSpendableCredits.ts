import { countUsableCredits } from './allocate';
import { countDebts } from './grant';
import type { Book } from './grant';

/**
 * Credits of the book that a charge may take at `now` (ISO 8601), without any overdraft; below zero when debts
 * outweigh them. What is left in grants that cannot be used yet, and what debts have eaten, cannot be spent.
 */
export function countSpendableCredits(book: Book, now: string): number {
  return countUsableCredits(book.grants, now) - countDebts(book);
}
