import { checkBilling } from '../../use-cases/check-billing/checkBilling';
import { checkZendesk } from '../../use-cases/check-zendesk/checkZendesk';
import type { Finding } from '../../domain/setup/finding';
import type { FindingTexts } from '../../use-cases/ports/findingTexts';
import type { Terminal } from './buildTerminal';
import { describeFinding, describeOutcome } from './describeFindings';
import type { OptionValues, SetupCommand, SetupOpeners } from './operatorCommand';
import { readOptionalText } from './readOption';
import { toToldFinding } from './toToldFinding';
import type { ToldFinding } from './toToldFinding';
import { UsageError } from './UsageError';

/** What can be looked at: the name for machines, and the word for people. */
const SYSTEMS = { billing: 'billing', zendesk: 'Zendesk' } as const;

type System = keyof typeof SYSTEMS;

type Wish = { systems: System[]; email: string | undefined; isRepairing: boolean; isForMachines: boolean };

/**
 * `support-credits setup`: tries the connections to billing and to Zendesk, and tells what was found and what to change; 0 when
 * there is no problem, else 1. A line is written as soon as it is known. Only `--repair` changes anything, and only in Zendesk.
 */
export const setup: SetupCommand = {
  needs: 'setup',
  summary: 'try the connections to billing and Zendesk step by step, and name what to change',
  usage: 'support-credits setup [--billing | --zendesk] [--email CLIENT] [--repair] [--json]',
  options: {
    billing: { type: 'boolean' },
    zendesk: { type: 'boolean' },
    email: { type: 'string' },
    repair: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  prepare(values, terminal) {
    const wish = readWish(values);
    return async (openers) => {
      const all: (ToldFinding & { system: System })[] = [];
      // Both are opened first: what is missing in the environment is told before anything is asked.
      const looks: [System, AsyncIterable<Finding>][] = [];
      for (const system of wish.systems) looks.push([system, await open(openers, system, wish)]);
      for (const [system, findings] of looks) {
        const found = await tell(toTold(findings, openers.findingTexts), terminal, wish, system);
        all.push(...found.map((finding) => ({ system, ...finding })));
      }
      const isWell = all.every(({ verdict }) => verdict !== 'problem');
      if (wish.isForMachines) await terminal.write(`${JSON.stringify({ ok: isWell, findings: all })}\n`);
      return isWell ? 0 : 1;
    };
  },
};

function readWish(values: OptionValues): Wish {
  const asked = (['billing', 'zendesk'] as const).filter((system) => values[system] === true);
  const systems: System[] = asked.length === 0 ? ['billing', 'zendesk'] : asked;
  const email = readOptionalText(values, 'email');
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new UsageError('--email wants the e-mail of a client, such as anna@example.com.');
  }
  if (email !== undefined && !systems.includes('billing')) {
    throw new UsageError('--email names a client in billing: leave out --zendesk, or give --billing too.');
  }
  const isRepairing = values['repair'] === true;
  if (isRepairing && !systems.includes('zendesk')) {
    throw new UsageError(
      '--repair mends Zendesk: billing is only read. Leave out --billing, or give --zendesk too.',
    );
  }
  return { systems, email, isRepairing, isForMachines: values['json'] === true };
}

async function open(openers: SetupOpeners, system: System, wish: Wish): Promise<AsyncIterable<Finding>> {
  if (system === 'billing') return checkBilling(await openers.openBilling(), wish.email);
  return checkZendesk(await openers.openZendesk(), wish);
}

async function* toTold(findings: AsyncIterable<Finding>, texts: FindingTexts): AsyncGenerator<ToldFinding> {
  for await (const finding of findings) yield toToldFinding(finding, texts);
}

async function tell(
  findings: AsyncIterable<ToldFinding>,
  terminal: Terminal,
  { systems, isForMachines }: Wish,
  system: System,
): Promise<ToldFinding[]> {
  const found: ToldFinding[] = [];
  const isFirst = system === systems[0];
  if (systems.length > 1 && !isForMachines)
    await terminal.write(`${isFirst ? '' : '\n'}In ${SYSTEMS[system]}:\n`);
  for await (const finding of findings) {
    found.push(finding);
    if (!isForMachines) await terminal.write(describeFinding(finding));
  }
  if (!isForMachines) await terminal.write(describeOutcome(found, SYSTEMS[system]));
  return found;
}
