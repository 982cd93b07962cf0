import type { Finding } from '../../domain/setup/finding';

/** What was found; `isWhole` false: the time was over before every step was taken. */
export type Collected = { findings: Finding[]; isWhole: boolean };

/**
 * Takes findings until they end or the time does. `found` fails with what the looking fails with. `over` is resolved when
 * the looking has really ended, which may be later: a call that is under way is waited for, and no further one is made.
 */
export function collectFindings(
  looking: AsyncGenerator<Finding>,
  timeOver: Promise<void>,
): { found: Promise<Collected>; over: Promise<void> } {
  const found = collect(looking, timeOver);
  const end = () => looking.return(undefined).then(ignore, ignore);
  return { found, over: found.then(end, end) };
}

async function collect(looking: AsyncGenerator<Finding>, timeOver: Promise<void>): Promise<Collected> {
  const findings: Finding[] = [];
  for (;;) {
    const next = await Promise.race([looking.next(), timeOver]);
    if (next === undefined) return { findings, isWhole: false };
    if (next.done === true) return { findings, isWhole: true };
    findings.push(next.value);
  }
}

function ignore(): void {}
