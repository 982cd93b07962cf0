import type { NewClient } from './addClient';

/**
 * The seed: the clients the playground promises, and their near namesakes, which a substring filter finds too.
 * `unknown@client.test` is absent on purpose; only its namesake is here.
 */
export const READY_MADE_CLIENTS: readonly NewClient[] = [
  {
    email: 'credits@client.test',
    name: 'Cedar Hosting GmbH',
    chargesCents: [14_300, 6_000, 4_000],
    packs: [{ credits: 1 }, { credits: 1 }],
  },
  { email: 'empty@client.test', name: 'Elm Web Studio', chargesCents: [4_000], packs: [] },
  {
    email: 'partner@client.test',
    name: 'Pine Data Centers',
    chargesCents: [50_000],
    packs: [],
    partnerLevel: 'Gold',
  },
  { email: 'nearly@client.test', name: 'Nutwood Cloud', chargesCents: [9_900, 6_400], packs: [] },
  { email: 'two@client.test', name: 'Twin Oaks Hosting', chargesCents: [12_000], packs: [] },
  { email: 'two@client.test', name: 'Twin Oaks Reselling', chargesCents: [5_000], packs: [{ credits: 5 }] },
  {
    email: 'notcredits@client.test.example',
    name: 'Cedar Hosting (another)',
    chargesCents: [99_900],
    packs: [{ credits: 30 }],
  },
  { email: 'expartner@client.test', name: 'Former Partner Ltd', chargesCents: [20_000], packs: [] },
  {
    email: 'unknown@client.test.example',
    name: 'Unknown Quantity',
    chargesCents: [10_000],
    packs: [{ credits: 1 }],
  },
];
