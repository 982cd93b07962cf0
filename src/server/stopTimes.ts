/** Jobs that have not ended after this are left for the next start; billing alone may take longer than a stop may. */
export const JOBS_STOP_MS = 4_500;

/** Together they leave the embedded database its time within the whole stop. */
export const INTAKE_STOP_MS = 1_500;
export const WORKER_STOP_MS = 5_000;
export const POOL_STOP_MS = 1_000;
export const TELEMETRY_STOP_MS = 500;
/** Connections are cut, so it takes no time. */
export const METRICS_STOP_MS = 250;
