import type { Clock } from '../../use-cases/ports/clock';
import { readColumn } from './billmanagerColumns';
import type { Row } from './document/row';
import { readAccountId } from './readAccountId';
import type { Reading } from './reading';

/** A contract hardly ever changes hands; one that ends leaves the list, which is read each time. */
const KEPT_MS = 3_600_000;

/** Tells which account a partner contract belongs to. */
export type ContractOwners = (reading: Reading, contract: Row) => Promise<string>;

/**
 * The documented list of contracts names no account (billmanager.md 5), so the form behind each has to be opened: once an
 * hour for all clients together, not at each reading. What was learned stays when a reading runs out of time, so that
 * the next one comes further.
 */
export function buildContractOwners(clock: Clock): ContractOwners {
  const owners = new Map<string, Promise<string>>();
  let keptSinceMs = clock.now().getTime();
  return async (reading, contract) => {
    const id = contract.get('id');
    if (id === undefined || readColumn(contract, reading.columns.accountId) !== undefined) {
      return readAccountId(reading, 'hostingpartner', contract);
    }
    const nowMs = clock.now().getTime();
    if (nowMs - keptSinceMs >= KEPT_MS) {
      owners.clear();
      keptSinceMs = nowMs;
    }
    const known = owners.get(id);
    if (known !== undefined) return known;
    const asked = readAccountId(reading, 'hostingpartner', contract);
    owners.set(id, asked);
    // Who waits for it learns of the failure; the next one asks anew.
    asked.catch(() => {
      if (owners.get(id) === asked) owners.delete(id);
    });
    return asked;
  };
}
