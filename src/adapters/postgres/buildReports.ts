import type { Pool } from 'pg';
import type { Reports } from '../../use-cases/ports/reports';
import { addUpCounts } from './reports/addUpCounts';
import { readMovements } from './reports/readMovements';
import { readOutstanding } from './reports/readOutstanding';
import { readWaits } from './reports/readWaits';
import { readWrongLines } from './reports/readWrongLines';
import { withDatabaseErrors } from './withDatabaseErrors';

/** Reports over the counts that the ledger keeps. Every statement stands in a file of its own under `reports/`. */
export function buildReports(pool: Pool): Reports {
  return withDatabaseErrors<Reports>({
    readMovements: (range, by, limit) => readMovements(pool, range, by, limit),
    readOutstanding: (today, agesDays) => readOutstanding(pool, today, agesDays),
    readWrongLines: (range, limit) => readWrongLines(pool, range, limit),
    readWaits: (range) => readWaits(pool, range),
    addUpCounts: () => addUpCounts(pool),
  });
}
