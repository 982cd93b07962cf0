import type { Figure } from './figure';

/** Measures one part of the product; `server` names the database that it was measured on, when it needed one. */
export type Bench = (options: {
  isQuick: boolean;
  progress(message: string): void;
}) => Promise<{ server: string | undefined; figures: Figure[] }>;
