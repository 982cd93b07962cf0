/**
 * Runs `work` with a signal that aborts after `timeoutMs`, when `parent` aborts, or when the work has ended, whichever
 * comes first. Timer and listener hold the controller themselves: on Node 20 a signal made by `AbortSignal.any` of a
 * time-out can be collected before it fires, and the call that it bounds then waits for ever.
 */
export async function withDeadline<Value>(
  options: { timeoutMs: number; parent?: AbortSignal },
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const { timeoutMs, parent } = options;
  parent?.throwIfAborted();
  const controller = new AbortController();
  const end = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException('Timed out.', 'TimeoutError')), timeoutMs);
  parent?.addEventListener('abort', end, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', end);
    controller.abort();
  }
}
