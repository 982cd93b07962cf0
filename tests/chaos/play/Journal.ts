import type { Deed } from '../plan/life';

/** What happened to one ticket in this run, in order. */
export type JournalLine = { at: string; deed: Deed | { kind: 'opened' }; outcome: string };

/** Which ticket each life got, and what became of each of its deeds. */
export class Journal {
  readonly #ticketIds = new Map<number, number>();
  readonly #lines = new Map<number, JournalLine[]>();
  #doneCount = 0;

  /** The ticket of a life; undefined before it was opened. */
  ticketOf(life: number): number | undefined {
    return this.#ticketIds.get(life);
  }

  lifeOf(ticketId: number): number | undefined {
    return [...this.#ticketIds].find(([, id]) => id === ticketId)?.[0];
  }

  linesOf(life: number): readonly JournalLine[] {
    return this.#lines.get(life) ?? [];
  }

  noteOpened(life: number, ticketId: number): void {
    this.#ticketIds.set(life, ticketId);
    this.note(life, { kind: 'opened' }, `ticket ${ticketId}`);
  }

  note(life: number, deed: JournalLine['deed'], outcome: string): void {
    const lines = this.#lines.get(life) ?? [];
    lines.push({ at: new Date().toISOString(), deed, outcome });
    this.#lines.set(life, lines);
  }

  noteStepDone(): void {
    this.#doneCount += 1;
  }

  get doneCount(): number {
    return this.#doneCount;
  }

  get ticketIds(): number[] {
    return [...this.#ticketIds.values()];
  }
}
