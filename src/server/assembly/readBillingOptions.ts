import { readFile } from 'node:fs/promises';
import type { BillmanagerOptions } from '../../adapters/billmanager/buildBillmanagerSource';
import { readTrust } from '../../adapters/billmanager/transport/readTrust';
import { buildClock } from '../../adapters/system/buildClock';
import type { Policy } from '../../domain/policy/policy';
import type { Logger } from '../../use-cases/ports/logger';
import { ConfigError } from '../config';
import type { BillingConfig } from '../config';
import { toBillingSettings } from '../toBillingSettings';

/** Reads the file of certificates before anything starts, so that a wrong one is told at once. Throws `ConfigError`. */
export async function readBillingOptions(
  config: BillingConfig,
  policy: Policy,
  logger: Logger,
): Promise<BillmanagerOptions> {
  const { billmanagerCaFile: caFile, billmanagerFingerprint: fingerprint } = config;
  const trust = await readTrust({ caFile, fingerprint }, (path) => readFile(path, 'utf8'));
  if (trust === undefined) {
    throw new ConfigError([`BILLMANAGER_CA_FILE wants a file of certificates in PEM; ${caFile} is none.`]);
  }
  return { ...toBillingSettings(config, policy), trust, logger, clock: buildClock() };
}
