import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AnsweredRequest, LimitLeft, WatchedWork } from '../../use-cases/ports/telemetry';

/** The numbers of this process. */
export type Metrics = {
  registry: Registry;
  noteAnswer(answer: AnsweredRequest): void;
  noteLimit(left: LimitLeft): void;
  noteWork(work: WatchedWork, result: string, seconds: number): void;
  /** Ends what the process measures of itself. */
  stop(): void;
};

/** From a statement by key to a reading of billing with all its tries. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 100];

/**
 * Numbers in the names that Prometheus recommends: base units, counters end in `_total`. Each process counts what it does
 * itself; add up over the replicas. No label holds an id or anything of a person.
 */
export function buildMetrics(mode: 'live' | 'shadow'): Metrics {
  const registry = new Registry();
  const own = buildOwn(registry);
  own.info.set({ mode }, 1);
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    noteAnswer({ route, outcome, durationMs }) {
      own.requests.inc({ route, outcome });
      own.requestSeconds.observe({ route }, durationMs / 1_000);
    },
    noteLimit({ system, limit, remaining }) {
      own.limit.set({ system }, limit);
      own.limitRemaining.set({ system }, remaining);
    },
    noteWork(work, result, seconds) {
      if (work.kind === 'job') {
        own.jobs.inc({ task: work.task, outcome: result });
        own.jobSeconds.observe({ task: work.task }, seconds);
      } else if (work.kind === 'call') {
        own.calls.inc({ system: work.system, operation: work.operation, result });
        own.callSeconds.observe({ system: work.system }, seconds);
      } else if (work.kind === 'database') {
        own.databaseSeconds.observe({ operation: work.operation, result }, seconds);
      }
    },
    stop: () => registry.clear(),
  };
}

/** The help text says what each is to whoever reads the page. */
function buildOwn(registry: Registry) {
  const of = <Label extends string>(name: string, help: string, labelNames: Label[]) => ({
    name: `support_credits_${name}`,
    help: `${help} Of this process.`,
    labelNames,
    registers: [registry],
  });
  const seconds = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ ...of(`${name}_duration_seconds`, help, labelNames), buckets: SECONDS });
  return {
    info: new Gauge(of('info', 'Always 1; the mode that the bridge runs in is its label.', ['mode'])),
    requests: new Counter(
      of('http_requests_total', 'Requests answered, webhooks among them, by how they ended.', [
        'route',
        'outcome',
      ]),
    ),
    requestSeconds: seconds('http_request', 'From the arrival of a request to its answer.', ['route']),
    jobs: new Counter(
      of('jobs_total', 'Jobs that ended, by what they came to; a failure by its code.', ['task', 'outcome']),
    ),
    jobSeconds: seconds('job', 'One run of a job, from its start to its end.', ['task']),
    calls: new Counter(
      of('outbound_calls_total', 'Exchanges with an outside system, each try by itself.', [
        'system',
        'operation',
        'result',
      ]),
    ),
    callSeconds: seconds('outbound_call', 'One exchange with an outside system.', ['system']),
    databaseSeconds: seconds('database', 'Operations on the ledger and on the queue.', [
      'operation',
      'result',
    ]),
    limit: new Gauge(
      of('outbound_limit_requests', 'The limit that the system stated with its last answer.', ['system']),
    ),
    limitRemaining: new Gauge(
      of('outbound_limit_remaining_requests', 'What was left of that limit by the last answer.', ['system']),
    ),
  };
}
