import type { Random } from './buildRandom';
import type { PlannedAccount, PlannedClient } from './chaosPlan';

type ClientKind = 'usual' | 'poor' | 'partner' | 'colleague' | 'unknown' | 'unverified' | 'two_accounts';

/** The first ones are of each kind, so that small runs meet all of them. */
const KINDS: readonly ClientKind[] = [
  'usual',
  'poor',
  'partner',
  'colleague',
  'unknown',
  'two_accounts',
  'unverified',
];

/** Draws who asks and what billing has of them. */
export function planClients(random: Random, count: number): PlannedClient[] {
  return Array.from({ length: count }, (_, index) => {
    const own = random.fork(String(index));
    const kind =
      KINDS[index] ??
      own.weighted<ClientKind>([
        [50, 'usual'],
        [12, 'poor'],
        [10, 'partner'],
        [14, 'colleague'],
        [6, 'unknown'],
        [4, 'two_accounts'],
        [4, 'unverified'],
      ]);
    return planClient(own, index, kind);
  });
}

function planClient(random: Random, index: number, kind: ClientKind): PlannedClient {
  const client = { email: `client-${index}@chaos.test`, name: `Client ${index}`, isVerified: true };
  switch (kind) {
    case 'usual':
      return { ...client, accounts: [planAccount(random, index)] };
    case 'poor':
      return { ...client, accounts: [{ name: `Firm ${index}`, spent: '40.00', packs: [] }] };
    case 'partner':
      return { ...client, accounts: [{ ...planAccount(random, index), partnerLevel: 'Gold' }] };
    case 'unverified':
      return { ...client, isVerified: false, accounts: [planAccount(random, index)] };
    case 'two_accounts':
      return {
        ...client,
        accounts: [
          planAccount(random, index),
          { ...planAccount(random, index), name: `Other firm ${index}` },
        ],
      };
    case 'colleague':
      // The first of all clients has an account in every run.
      return { ...client, accounts: [], colleagueOf: random.chance(0.5) ? 0 : Math.max(0, index - 3) };
    case 'unknown':
      return { ...client, accounts: [] };
  }
}

function planAccount(random: Random, index: number): PlannedAccount {
  const packs = Array.from({ length: random.between(0, 2) }, () =>
    random.weighted([
      [3, 1],
      [1, 5],
    ] as const),
  );
  return { name: `Firm ${index}`, spent: `${random.between(1, 6) * 100 + random.between(0, 99)}.00`, packs };
}
