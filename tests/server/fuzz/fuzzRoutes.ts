import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { listRoutes } from '../http/listRoutes';
import { findFault } from './findFault';
import { openFuzzedBridge } from './openFuzzedBridge';
import type { FuzzedBridge } from './openFuzzedBridge';
import { sendRaw } from './sendRaw';
import { wildRequest } from './wildRequest';
import type { WildRequest } from './wildRequest';

/** What a run came to. `faults` are whole sentences; `statuses` counts the answers. */
export type FuzzResult = {
  requests: number;
  statuses: Record<number, number>;
  /** Heap in bytes after garbage was collected, when the first half was over and at the end. */
  heap: { half: number; end: number };
  faults: string[];
};

const AT_ONCE = 10;

/** Sends wild requests to every route of the bridge; the same seed sends the same ones. Stops at the first fault. */
export async function fuzzRoutes(options: { requests: number; seed: number }): Promise<FuzzResult> {
  const bridge = await openFuzzedBridge();
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  const heap = { half: 0, end: 0 };
  try {
    const half = Math.ceil(options.requests / 2);
    for (const [turn, name] of (['half', 'end'] as const).entries()) {
      const fault = await run(bridge, { requests: half, seed: options.seed + turn, statuses });
      if (fault !== undefined) faults.push(fault);
      heap[name] = readHeapBytes();
    }
    if (bridge.leaks.length > 0) faults.push(`The log holds a secret: ${bridge.leaks[0]}`);
  } finally {
    await bridge.close();
  }
  return { requests: options.requests, statuses, heap, faults };
}

type Run = { requests: number; seed: number; statuses: Record<number, number> };

async function run(bridge: FuzzedBridge, { requests, seed, statuses }: Run): Promise<string | undefined> {
  const routes = await listRoutes(bridge.app);
  const { port } = bridge.app.server.address() as AddressInfo;
  const together = fc.array(wildRequest(routes), { minLength: AT_ONCE, maxLength: AT_ONCE });
  const property = fc.asyncProperty(together, fc.nat({ max: 9 }), async (wild, dice) => {
    bridge.billing.isDown = dice === 0;
    const found = await Promise.all(wild.map((request) => tryOne(bridge, port, request, statuses)));
    bridge.forget();
    const fault = found.find((each) => each !== undefined);
    if (fault !== undefined) throw new Error(fault);
  });
  // A fault is told as it was found: each step of making it smaller could hang as long as the first.
  const details = await fc.check(property, {
    numRuns: Math.ceil(requests / AT_ONCE),
    seed,
    endOnFailure: true,
  });
  return details.failed ? String(details.errorInstance) : undefined;
}

async function tryOne(
  bridge: FuzzedBridge,
  port: number,
  request: WildRequest,
  statuses: Record<number, number>,
): Promise<string | undefined> {
  const proof = bridge.proofs.toHeaders(request.proof, request.body, request.turn);
  const answer = await sendRaw(port, request, proof);
  statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  const around = { isBillingDown: bridge.billing.isDown, secrets: bridge.secrets };
  const fault = findFault(request, answer, around);
  if (fault === undefined) return undefined;
  const what = { ...request, route: request.route?.path, body: request.body.toString('utf8').slice(0, 300) };
  return `${request.method} ${request.target.slice(0, 200)}: ${fault}\n${JSON.stringify(what)}`;
}

/** Garbage is collected first, so that only what is held counts. */
function readHeapBytes(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
