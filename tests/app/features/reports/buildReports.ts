import type { Report } from '../../../../src/contract/reports';

type Of<Name extends Report['report']> = Extract<Report, { report: Name }>;
type MovementRow = Of<'movements'>['rows'][number];

/** Movements with their sums. */
export function buildMovements(rows: MovementRow[], isCut = false): Of<'movements'> {
  const sumOf = (name: Exclude<keyof MovementRow, 'key'>) => rows.reduce((sum, row) => sum + row[name], 0);
  return {
    report: 'movements',
    rows,
    totals: {
      debits: sumOf('debits'),
      waivers: sumOf('waivers'),
      refunds: sumOf('refunds'),
      debitedCredits: sumOf('debitedCredits'),
      refundedCredits: sumOf('refundedCredits'),
    },
    isCut,
  };
}

/** A row of movements, nothing of which is alike. */
export function buildMovementRow(key: string | null): MovementRow {
  return { key, debits: 1_200, waivers: 30, refunds: 4, debitedCredits: 1_205, refundedCredits: 5 };
}

/** Credits of every source, of several ages, and some that are owed. */
export function buildOutstanding(): Of<'outstanding'> {
  return {
    report: 'outstanding',
    rows: [
      { source: 'spend', isPaid: false, fromDays: 0, credits: 1_420 },
      { source: 'spend', isPaid: false, fromDays: 90, credits: 615 },
      { source: 'pack', isPaid: true, fromDays: null, credits: 30 },
      { source: 'pack', isPaid: true, fromDays: 30, credits: 2_304 },
      { source: 'pack', isPaid: true, fromDays: 365, credits: 118 },
      { source: 'welcome', isPaid: false, fromDays: 180, credits: 77 },
      { source: 'goodwill', isPaid: false, fromDays: 0, credits: 12 },
      { source: 'adjustment', isPaid: false, fromDays: 30, credits: 5 },
    ],
    totalCredits: 4_581,
    owedCredits: 41,
    asOf: '2026-11-22T14:10:00.000Z',
  };
}

/** Debits on these days, one in ten of them on the wrong line, handed over by two people. */
export function buildWrongLines(days: string[]): Of<'wrong-lines'> {
  const rows = days.map((day, index) => ({
    day,
    debits: 20 + (index % 7) * 10,
    wrongLines: 2 + (index % 7),
  }));
  const sumOf = (name: 'debits' | 'wrongLines') => rows.reduce((sum, row) => sum + row[name], 0);
  return {
    report: 'wrong-lines',
    rows,
    people: [
      { personId: '500', wrongLines: 9 },
      { personId: '777', wrongLines: 4 },
    ],
    totals: { debits: sumOf('debits'), wrongLines: sumOf('wrongLines') },
  };
}

/** Debits in the classes of the bridge. */
export function buildWaits(): Of<'waits'> {
  const classes = [5, 10, 30, 60, 300, 3_600, 86_400, null];
  return {
    report: 'waits',
    rows: classes.map((belowSeconds, index) => ({
      belowSeconds,
      debits: [900, 60, 20, 10, 5, 3, 2, 0][index]!,
    })),
    unknownDebits: 17,
  };
}
