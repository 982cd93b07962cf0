import type { FastifyRequest } from 'fastify';
import type { Channel } from '../entities/Via';
import type { SimUser } from '../entities/SimUser';

/** Who asks, by which way, and the scope of their OAuth token; undefined scope allows what the user may. */
export type Caller = { user: SimUser; channel: Channel; scope: string | undefined };

/** Finds out who asks; undefined when nobody known does. */
export type ReadCaller = (request: FastifyRequest) => Caller | undefined;
