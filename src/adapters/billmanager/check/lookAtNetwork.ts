import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { Saying } from '../../../domain/setup/saying';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import { untilAborted } from '../../system/untilAborted';
import { withDeadline } from '../../system/withDeadline';
import type { PanelAddress } from './panelAddress';

const TIMEOUT_MS = 10_000;

/** What an operator changes for a failure of the network, by its code. */
const CHANGES: Readonly<Record<string, Saying>> = {
  ENOTFOUND: say('reach_check_name'),
  EAI_AGAIN: say('reach_check_name_server'),
  ECONNREFUSED: say('reach_check_port'),
  ETIMEDOUT: say('reach_check_firewall'),
  EHOSTUNREACH: say('reach_check_host_route'),
  ENETUNREACH: say('reach_check_net_route'),
};

/** Whether the panel's name has an address and its port takes a connection. Nothing is sent. */
export async function lookAtNetwork({ host, port }: PanelAddress): Promise<BillingFinding[]> {
  try {
    return await withDeadline({ timeoutMs: TIMEOUT_MS }, async (signal) => {
      const found = await untilAborted(signal, lookup(host, { all: true }));
      await openAndClose({ host, port }, signal);
      const others = new Set(found.map(({ address }) => address).filter((address) => address !== host));
      const named = others.size === 0 ? host : `${host} (${[...others].join(', ')})`;
      return [toFinding('reach', 'good', say('reach_good', { host: named, port }))];
    });
  } catch (error) {
    const code = toCode(error);
    const failed = say('reach_failed', { host, port, error: code });
    return [toFinding('reach', 'problem', failed, CHANGES[code] ?? say('reach_check_address'))];
  }
}

function openAndClose({ host, port }: { host: string; port: number }, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}

/** The code of the system; a connection to several addresses fails with all their errors at once. */
function toCode(error: unknown): string {
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  if (typeof code === 'string' && code !== 'ABORT_ERR') return code;
  if (Array.isArray(errors) && errors.length > 0) return toCode(errors[0]);
  return 'ETIMEDOUT';
}
