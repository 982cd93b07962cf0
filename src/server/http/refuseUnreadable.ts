import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '../../contract/errorBody';
import { sendRefusal } from './sendError';
import { toStatus } from './toHttpError';

const CODE = 'bad_request';

/** Answers bytes that are no request, or not one in time, as every other refusal is answered, and ends the connection. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = toStatus(CODE);
  const body: ErrorBody = { error: { code: CODE, requestId: randomUUID() } };
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${text.length}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
  socket.destroy();
}

/**
 * A header `Expect` that nobody knows may be passed over (RFC 9110, 10.1.1). Without this such a request would be answered
 * before any route has seen it, in words that are not ours.
 */
export function passExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** Answers a path that no route can be looked up for; no hook has run for it. */
export function refusePath(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  request.logFields = {};
  sendRefusal(request, reply, CODE);
}
