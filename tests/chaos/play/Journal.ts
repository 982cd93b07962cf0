import type { Deed } from '../plan/life';

/** What happened in one life, in order. */
export type JournalLine = { at: string; ticketId: number; deed: Deed | { kind: 'opened' }; outcome: string };

/** Which tickets each life got, and what became of each of its deeds. */
export class Journal {
  readonly #ticketsOf = new Map<number, number[]>();
  readonly #lifeOf = new Map<number, number>();
  readonly #lines = new Map<number, JournalLine[]>();
  #doneCount = 0;

  /** The newest ticket of a life: its follow-up, where there is one. Undefined before it was opened. */
  ticketOf(life: number): number | undefined {
    return this.#ticketsOf.get(life)?.at(-1);
  }

  lifeOf(ticketId: number): number | undefined {
    return this.#lifeOf.get(ticketId);
  }

  linesOf(life: number): readonly JournalLine[] {
    return this.#lines.get(life) ?? [];
  }

  noteOpened(life: number, ticketId: number): void {
    this.#ticketsOf.set(life, [...(this.#ticketsOf.get(life) ?? []), ticketId]);
    this.#lifeOf.set(ticketId, life);
    this.note(life, { kind: 'opened' }, `ticket ${ticketId}`);
  }

  note(life: number, deed: JournalLine['deed'], outcome: string): void {
    const lines = this.#lines.get(life) ?? [];
    lines.push({ at: new Date().toISOString(), ticketId: this.ticketOf(life) ?? 0, deed, outcome });
    this.#lines.set(life, lines);
  }

  noteStepDone(): void {
    this.#doneCount += 1;
  }

  get doneCount(): number {
    return this.#doneCount;
  }

  get ticketIds(): number[] {
    return [...this.#lifeOf.keys()];
  }
}
