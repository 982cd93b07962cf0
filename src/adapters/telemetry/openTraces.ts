import { AsyncLocalStorage } from 'node:async_hooks';
import { diag, DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from '../../use-cases/ports/logger';
import type { WatchedWork } from '../../use-cases/ports/telemetry';
import { parseTraceParent, toTraceParent } from './traceParent';

/** Where traces go, and what the bridge is called in them. */
export type TracesOptions = { endpoint: string; serviceName: string; logger: Logger };

/** Traces of the work, sent to a collector. */
export type Traces = {
  /** Runs the work as a span below the one that is under way, until it calls `end`. */
  inSpan<Value>(work: WatchedWork, run: (end: EndSpan) => Promise<Value>): Promise<Value>;
  readTrace(): string | undefined;
  continueTrace<Value>(parent: string | undefined, run: () => Promise<Value>): Promise<Value>;
  /** Sends what has not been sent yet; what the collector does not take is dropped. */
  stop(): Promise<void>;
};

/** Ends a span with what came of its work. */
export type EndSpan = (result: string, hasFailed: boolean) => void;

/** A collector that does not answer must not fill the memory: more spans than these are dropped. */
const MAX_WAITING_SPANS = 2_048;

const BATCH_PAUSE_MS = 1_000;

/** For one batch, and so for what is left at the end. */
const EXPORT_TIMEOUT_MS = 2_000;

/** What the collector refuses is said in the log once in so long. */
const COMPLAINT_PAUSE_MS = 60_000;

/**
 * Sends traces to `<endpoint>/v1/traces` by OTLP over HTTP, in batches beside the work: none waits for the collector, and what
 * it does not take is dropped. The context goes with Node's own store, so nothing of the process is patched.
 */
export function openTraces(options: TracesOptions): Traces {
  const { endpoint, serviceName, logger } = options;
  const complain = buildComplaint(logger);
  diag.setLogger(toDiagLogger(complain), { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        maxQueueSize: MAX_WAITING_SPANS,
        scheduledDelayMillis: BATCH_PAUSE_MS,
        exportTimeoutMillis: EXPORT_TIMEOUT_MS,
      }),
    ],
  });
  const tracer = provider.getTracer('support-credits');
  const contexts = new AsyncLocalStorage<Context>();

  return {
    inSpan(work, run) {
      const parent = contexts.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(
        toSpanName(work),
        { kind: toSpanKind(work), attributes: toAttributes(work) },
        parent,
      );
      const end: EndSpan = (result, hasFailed) => {
        span.setAttribute('support_credits.result', result);
        // The error itself stays here: its message may repeat what it was given.
        if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
      return contexts.run(trace.setSpan(parent, span), () => run(end));
    },
    readTrace() {
      const span = contexts.getStore();
      const context = span && trace.getSpanContext(span);
      return context && toTraceParent(context);
    },
    continueTrace(parent, run) {
      const context = parseTraceParent(parent);
      return contexts.run(
        context === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, context),
        run,
      );
    },
    stop: () => provider.shutdown().catch(complain),
  };
}

function toSpanName(work: WatchedWork): string {
  if (work.kind === 'request') return work.route;
  if (work.kind === 'job') return work.task;
  return work.kind === 'call' ? `${work.system} ${work.operation}` : work.operation;
}

function toSpanKind({ kind }: WatchedWork): SpanKind {
  if (kind === 'request') return SpanKind.SERVER;
  return kind === 'job' ? SpanKind.CONSUMER : SpanKind.CLIENT;
}

function toAttributes(work: WatchedWork): Attributes {
  const kind = { 'support_credits.kind': work.kind };
  if (work.kind !== 'request' && work.kind !== 'job') return kind;
  const ids = Object.entries(work.ids ?? {}).map(([name, id]) => [`support_credits.${name}`, id]);
  return { ...kind, ...(Object.fromEntries(ids) as Attributes) };
}

/** What the exporter says repeats addresses and answers, so only that it said something goes on. */
function buildComplaint(logger: Logger): () => void {
  let saidAt = -Infinity;
  return () => {
    if (performance.now() - saidAt < COMPLAINT_PAUSE_MS) return;
    saidAt = performance.now();
    logger.warn({}, 'traces could not be delivered to the collector');
  };
}

function toDiagLogger(error: () => void) {
  const ignore = () => undefined;
  return { error, warn: ignore, info: ignore, debug: ignore, verbose: ignore };
}
