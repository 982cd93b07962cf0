import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { VendorError } from '../errors/VendorError';
import type { ApiFaults } from '../faults/ApiFaults';
import type { Chance } from '../faults/buildChance';
import { readPath } from './readPath';
import { buildTooMany } from './require';
import type { RestDeps } from './RestDeps';

/** The faults in force, and the chance that goes with them. */
export type ReadApiFaults = () => { faults: ApiFaults; chance: Chance };

/** Lets the API fail as the faults say: late, with another status, or done and never answered. */
export function addApiFaults(scope: FastifyInstance, deps: RestDeps, read: ReadApiFaults): void {
  scope.addHook('onRequest', async (request) => {
    const { faults, chance } = read();
    if (!isMet(deps, request, faults)) return;
    const key = readKey(request);
    if (faults.delayMs !== undefined && chance.strikes('api.delay', key, faults.delayRate ?? 1)) {
      await sleep(faults.delayMs);
    }
    const struck = listStatuses(faults).find(([status, share]) =>
      chance.strikes(`api.${String(status)}`, key, share),
    );
    if (struck !== undefined) throw buildFault(struck[0], faults);
  });
  scope.addHook('onSend', async (request, reply, payload) => {
    const { faults, chance } = read();
    const isDone = isMet(deps, request, faults) && reply.statusCode < 400;
    if (isDone && chance.strikes('api.loseAnswer', readKey(request), faults.loseAnswer ?? 0)) {
      request.raw.socket.destroy();
    }
    return payload;
  });
}

function isMet(deps: RestDeps, request: FastifyRequest, { onlyTokens }: ApiFaults): boolean {
  return onlyTokens !== true || deps.readCaller(request)?.scope !== undefined;
}

function readKey(request: FastifyRequest): string {
  return `${request.method} ${readPath(request)}`;
}

function listStatuses({ status, rate = 1, statuses = {} }: ApiFaults): [number, number][] {
  const several = Object.entries(statuses).map(([one, share]): [number, number] => [Number(one), share]);
  return status === undefined ? several : [[status, rate], ...several];
}

function buildFault(status: number, { retryAfterS = 1 }: ApiFaults): VendorError {
  if (status === 429) return buildTooMany(retryAfterS);
  return new VendorError(status, { error: 'SimulatedFault', description: `Simulated ${String(status)}` });
}
