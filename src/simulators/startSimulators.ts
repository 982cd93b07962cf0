import { startBillmanager } from './billmanager/startBillmanager';
import type { SimulatorsConfig } from './readSimulatorsConfig';
import { startZendesk } from './zendesk/startZendesk';

/** Where the simulators that run answer. */
export type SimulatorAddresses = { zendesk?: string; appAssets?: string; billmanager?: string };

/** A port that someone else holds; the message names the variable that chooses another. */
export class PortTakenError extends Error {}

/**
 * Starts the simulators of a configuration and promises that each answers at its address. When one cannot start, the
 * other is closed again; rejects with PortTakenError for a taken port.
 */
export async function startSimulators(
  config: SimulatorsConfig,
): Promise<{ addresses: SimulatorAddresses; close(): Promise<void> }> {
  const { dataDir, zendesk, billmanager } = config;
  const addresses: SimulatorAddresses = {};
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(closers.map((closeOne) => closeOne()));
  };
  try {
    if (billmanager !== undefined) {
      const running = await startBillmanager({ ...billmanager, dataDir });
      closers.push(running.close);
      addresses.billmanager = running.url;
    }
    if (zendesk !== undefined) {
      const running = await startZendesk({ ...zendesk, dataDir });
      closers.push(() => running.close());
      addresses.zendesk = running.url;
      addresses.appAssets = running.assetsUrl;
    }
  } catch (error) {
    await close();
    throw toPortTakenError(config, error) ?? error;
  }
  return { addresses, close };
}

function toPortTakenError(config: SimulatorsConfig, error: unknown): PortTakenError | undefined {
  if (!isPortTaken(error)) return undefined;
  const variables: [string, number | undefined][] = [
    ['BILLMANAGER_SIM_PORT', config.billmanager?.port],
    ['ZENDESK_SIM_PORT', config.zendesk?.port],
    ['APP_ASSETS_PORT', config.zendesk?.assetsPort],
  ];
  const names = variables.filter(([, wanted]) => wanted === error.port).map(([name]) => name);
  return new PortTakenError(
    `Port ${String(error.port)} is taken: stop what holds it, or set ${names.join(' or ')} to another.`,
    { cause: error },
  );
}

function isPortTaken(error: unknown): error is { code: 'EADDRINUSE'; port: number } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'EADDRINUSE' &&
    'port' in error &&
    typeof error.port === 'number'
  );
}
