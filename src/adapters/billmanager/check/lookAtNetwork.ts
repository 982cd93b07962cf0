import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import type { Finding } from '../../../use-cases/ports/billingInspection';
import { untilAborted } from '../../system/untilAborted';
import { withDeadline } from '../../system/withDeadline';
import type { PanelAddress } from './panelAddress';

const TIMEOUT_MS = 10_000;

/** What an operator changes for a failure of the network, by its code. */
const CHANGES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Check the name in BILLMANAGER_URL, and the name server of this machine.',
  EAI_AGAIN: 'The name server of this machine does not answer: check it.',
  ECONNREFUSED:
    'Nobody listens there: check the port in BILLMANAGER_URL (BILLmanager listens on 1500 unless told otherwise), and whether it runs.',
  ETIMEDOUT:
    'Something in between swallows the connection: let the address of this machine through the firewalls.',
  EHOSTUNREACH: 'There is no way to that machine: check the routes and firewalls in between.',
  ENETUNREACH: 'There is no way to that network: check the routes and firewalls of this machine.',
};

/** Whether the panel's name has an address and its port takes a connection. Nothing is sent. */
export async function lookAtNetwork({ host, port }: PanelAddress): Promise<Finding[]> {
  try {
    return await withDeadline({ timeoutMs: TIMEOUT_MS }, async (signal) => {
      const found = await untilAborted(signal, lookup(host, { all: true }));
      await openAndClose({ host, port }, signal);
      const others = new Set(found.map(({ address }) => address).filter((address) => address !== host));
      const named = others.size === 0 ? host : `${host} (${[...others].join(', ')})`;
      return [
        {
          step: 'reach',
          verdict: 'good',
          found: `${named} takes connections on port ${port}.`,
        },
      ];
    });
  } catch (error) {
    const code = toCode(error);
    const change = CHANGES[code] ?? 'Check BILLMANAGER_URL and the network in between.';
    return [
      {
        step: 'reach',
        verdict: 'problem',
        found: `${host} cannot be reached on port ${port} (${code}).`,
        change,
      },
    ];
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
