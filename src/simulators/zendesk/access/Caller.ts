import type { FastifyRequest } from 'fastify';
import type { Channel } from '../entities/Via';
import type { SimUser } from '../entities/SimUser';

/** Who asks, by which way, and what their token allows. */
export type Caller = { user: SimUser; channel: Channel; canWrite: boolean };

/** Finds out who asks; undefined when nobody known does. */
export type ReadCaller = (request: FastifyRequest) => Caller | undefined;
