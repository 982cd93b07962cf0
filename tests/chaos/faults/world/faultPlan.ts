import type { ChaosPlan } from '../../plan/chaosPlan';

/** So many clients with ten credits each: a fault is met by tickets of several. */
const CLIENTS = 6;

/** Who is there in a run of faults. Nothing happens by itself: each test says what. */
export const FAULT_PLAN: ChaosPlan = {
  seed: 'faults',
  faultSeed: 7,
  clients: Array.from({ length: CLIENTS }, (_, index) => ({
    email: `client-${index}@faults.test`,
    name: `Client ${index}`,
    isVerified: true,
    accounts: [{ name: `Firm ${index}`, spent: '1000.00', packs: [] }],
  })),
  agents: [
    { email: 'agent@faults.test', name: 'Agent', role: 'agent' },
    { email: 'lead@faults.test', name: 'Lead', role: 'admin' },
  ],
  defectCount: 1,
  lives: [],
  disturbances: [],
};
