import type { ChaosPlan } from '../plan/chaosPlan';
import { describeDeed } from './describeDeed';

/** The whole plan as text: who there is, what goes wrong, and each life. */
export function describePlan({ seed, clients, lives, disturbances }: ChaosPlan): string {
  return [
    `seed ${seed}`,
    ...clients.map((client, index) => `client ${index}: ${JSON.stringify(client)}`),
    ...disturbances.map(
      ({ from, to, what }) => `${from.toFixed(3)} to ${to.toFixed(3)}: ${JSON.stringify(what)}`,
    ),
    ...lives.flatMap(({ number, client, opening, steps }) => [
      `life ${number} of client ${client}, ${opening}`,
      ...steps.map(({ restMs, deed }) => `  after ${restMs} ms: ${describeDeed(deed)}`),
    ]),
  ].join('\n');
}
