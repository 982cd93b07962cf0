import { checkBilling } from '../../use-cases/check-billing/checkBilling';
import type { Finding } from '../../use-cases/ports/billingInspection';
import { describeFinding, describeOutcome } from './describeFindings';
import type { BillingCommand } from './operatorCommand';
import { readOptionalText } from './readOption';
import { UsageError } from './UsageError';

/**
 * `support-credits setup --billing`: tries the connection to billing and tells what was found and what to change; 0 when
 * there is no problem, else 1. A line is written as soon as it is known.
 */
export const setup: BillingCommand = {
  needs: 'billing',
  summary: 'try the connection to billing step by step, and name what to change',
  usage: 'support-credits setup --billing [--email CLIENT] [--json]',
  options: { billing: { type: 'boolean' }, email: { type: 'string' }, json: { type: 'boolean' } },
  prepare(values, terminal) {
    if (values['billing'] !== true) throw new UsageError('Say what to look at: --billing.');
    const email = readOptionalText(values, 'email');
    if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
      throw new UsageError('--email wants the e-mail of a client, such as anna@example.com.');
    }
    const isForMachines = values['json'] === true;
    return async (deps) => {
      const findings: Finding[] = [];
      for await (const finding of checkBilling(deps, email)) {
        findings.push(finding);
        if (!isForMachines) await terminal.write(describeFinding(finding));
      }
      const isWell = findings.every(({ verdict }) => verdict !== 'problem');
      await terminal.write(
        isForMachines ? `${JSON.stringify({ ok: isWell, findings })}\n` : describeOutcome(findings),
      );
      return isWell ? 0 : 1;
    };
  },
};
