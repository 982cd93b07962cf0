import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildRequestLimits } from '../../../src/adapters/postgres/buildRequestLimits';
import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { buildReports } from '../../../src/adapters/postgres/buildReports';
import { buildWorkLists } from '../../../src/adapters/postgres/buildWorkLists';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { buildVerificationMemory } from '../../../src/adapters/postgres/verify/buildVerificationMemory';
import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import { buildWorkQueue } from '../../../src/adapters/postgres/worker/buildWorkQueue';
import { startWorker } from '../../../src/adapters/postgres/worker/startWorker';
import { buildNoteTexts } from '../../../src/adapters/texts/buildNoteTexts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { buildTasks } from '../../../src/server/workers/buildTasks';
import type { Logger } from '../../../src/use-cases/ports/logger';
import type { DeskOnTest } from '../../adapters/zendesk/deskOnTest';
import { buildReading, buildTicket } from '../../domain/builders';
import { FakeBilling, FakeOpenSidebars } from '../../use-cases/fakes';

type World = { pool: Pool; zendesk: DeskOnTest; incidentCount: number; logger: Logger };

/** How many jobs at once, as in production (`WORKER_CONCURRENCY`). */
const CONCURRENCY = 10;
const LONGEST_MS = 600_000;
const clock = { now: () => new Date() };

/** Marks a defect and waits for what follows; seconds since the mark. */
export async function measureDefect(world: World): Promise<{ ledgerS: number; ticketsS: number }> {
  const { pool, zendesk, logger } = world;
  const problemId = await zendesk.seedTicket({ type: 'problem' });
  const wait = (ms: number) => pause(ms);
  const deps = { ...buildDeps(world), clock, logger, wait };
  await chargeIncidents(world, problemId, deps.ledger);
  await pool.query('delete from graphile_worker._private_jobs');
  const worker = await startWorker({ pool, logger, concurrency: CONCURRENCY, tasks: buildTasks(deps) });
  try {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1_000;
    await zendesk.updateTicket(problemId, { tags: ['software_defect'] });
    // As the webhook does.
    await deps.queue.queueReconcile(problemId);
    await until(async () => (await countRefunded(pool)) === world.incidentCount);
    const ledgerS = seconds();
    await until(async () => countSaying(zendesk) === world.incidentCount);
    return { ledgerS, ticketsS: seconds() };
  } finally {
    await worker.stop();
  }
}

function buildDeps({ pool, zendesk, logger }: World) {
  const connection = { limits: buildRequestLimits(pool), logger, clock, timeoutMs: 10_000 };
  return {
    desk: zendesk.buildDesk(connection),
    changedTickets: zendesk.buildChangedTickets(connection),
    billing: new FakeBilling(clock),
    ledger: buildLedger(pool, clock),
    factsMemory: buildFactsMemory(pool),
    sweepMemory: buildSweepMemory(pool),
    reports: buildReports(pool),
    proof: buildLedgerProof(pool),
    verificationMemory: buildVerificationMemory(pool),
    telemetry: NO_TELEMETRY,
    workLists: buildWorkLists(pool),
    queue: buildWorkQueue(pool),
    openSidebars: new FakeOpenSidebars(),
    noteTexts: buildNoteTexts('en'),
    policy: DEFAULT_POLICY,
  };
}

/** Incidents, each of a client of its own who has one credit, charged by the rules as any ticket is. */
async function chargeIncidents(
  { zendesk, incidentCount }: World,
  problemId: string,
  ledger: ReturnType<typeof buildLedger>,
): Promise<void> {
  const fields = { support_line: 'tech' };
  const relation = { type: 'incident', problem_id: Number(problemId), fields };
  for (let number = 1; number <= incidentCount; number += 1) {
    const id = await zendesk.seedTicket({ ...relation, requester: `client-${number}@client.test` });
    const requesterId = String(zendesk.simulator.world.tickets.get(Number(id))?.requester_id);
    const ticket = buildTicket({ id, requesterId });
    const billingAccountId = String(number);
    const now = clock.now().toISOString();
    const reading = buildReading({ billingAccountId, spendCents: 10_000, readAt: now });
    await ledger.decideTicket(
      { ticket, identity: { kind: 'client', grade: 'linked', billingAccountId }, occurredAt: now },
      (view, isAnswered) =>
        decideTicket({ ticket, reading, ledger: view, policy: DEFAULT_POLICY, now }, isAnswered),
    );
  }
}

async function countRefunded(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::integer as count from support_credits.ledger_entries where kind = 'refund' and reason = 'software_defect'",
  );
  return rows[0]?.count ?? 0;
}

function countSaying({ simulator }: DeskOnTest): number {
  return simulator.world.tickets.filter((ticket) => ticket.tags.includes('credit_refunded')).length;
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  while (!(await isDone())) {
    if (performance.now() > deadline) throw new Error('Waited in vain.');
    await pause(50);
  }
}
