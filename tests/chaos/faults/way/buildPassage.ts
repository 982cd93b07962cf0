import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { buildLane } from './buildLane';
import type { Awaited, Condition } from './condition';

/** One connection that leads through a way. */
export type Passage = {
  reset(): void;
  /** From now on nothing that is sent arrives, to neither side. */
  die(): void;
  ended: Promise<void>;
};

/** So much of what a client sent since the last answer is looked at: what asks for something may come in several pieces. */
const MOST_READ = 65_536;

/** Leads what `client` sends to the server and back, as the way's condition lets it. */
export function buildPassage(
  client: Socket,
  target: { host: string; port: number },
  way: { condition: Condition; cut(): void },
): Passage {
  const { condition } = way;
  const server = connect({ ...target, allowHalfOpen: true, noDelay: true });
  const toServer = buildLane(server, () => condition.pace);
  const toClient = buildLane(client, () => condition.pace);
  let isDead = condition.isHanging;
  let asked = '';
  let losing: Extract<Awaited, { kind: 'lose_answer' }> | undefined;
  let isSpoilt = false;

  const reset = () => {
    client.resetAndDestroy();
    server.resetAndDestroy();
  };
  const takeIncident = (): Awaited | undefined => {
    const index = condition.incidents.findIndex((each) => each.asked.test(asked));
    if (index < 0) return undefined;
    asked = '';
    return condition.incidents.splice(index, 1)[0];
  };
  const closeHalf = (incident: Extract<Awaited, { kind: 'half_close' }>) => {
    (incident.direction === 'to_server' ? toServer : toClient).end();
    incident.happened();
  };

  client.on('data', (chunk) => {
    if (isDead) return;
    asked = (asked + chunk.toString('latin1')).slice(-MOST_READ);
    isSpoilt = condition.spoiling?.asked.test(chunk.toString('latin1')) ?? false;
    // What was answered otherwise was not what was waited for.
    if (losing !== undefined) condition.incidents.unshift(losing);
    losing = undefined;
    const incident = takeIncident();
    if (incident?.kind === 'cut') {
      way.cut();
      incident.happened();
      return;
    }
    if (incident?.kind === 'lose_answer') losing = incident;
    toServer.send(chunk);
    if (incident?.kind === 'half_close') closeHalf(incident);
  });
  server.on('data', (chunk) => {
    if (isDead) return;
    asked = '';
    const text = chunk.toString('latin1');
    const at = losing === undefined ? -1 : text.search(losing.answered ?? /[^]/);
    if (losing === undefined || at < 0) {
      toClient.send(isSpoilt ? spoil(text, condition) : chunk);
      return;
    }
    isDead = true;
    if (losing.afterBytes === undefined) reset();
    else {
      // A reset would take along what was sent before it.
      client.end(chunk.subarray(0, at + losing.afterBytes));
      server.destroy();
    }
    losing.happened();
  });
  client.on('end', () => (isDead ? undefined : toServer.end()));
  server.on('end', () => (isDead ? undefined : toClient.end()));
  return { reset, die: () => void (isDead = true), ended: waitForEnd(client, server) };
}

function spoil(text: string, { spoiling }: Condition): Buffer {
  return Buffer.from(spoiling === undefined ? text : text.replaceAll(spoiling.from, spoiling.to), 'latin1');
}

/** When one side is gone, by whatever, so is the other. */
async function waitForEnd(client: Socket, server: Socket): Promise<void> {
  const gone = (socket: Socket, other: Socket) =>
    new Promise<void>((resolve) => {
      socket.on('error', () => other.resetAndDestroy());
      socket.once('close', () => {
        other.destroySoon();
        resolve();
      });
    });
  await Promise.all([gone(client, server), gone(server, client)]);
}
