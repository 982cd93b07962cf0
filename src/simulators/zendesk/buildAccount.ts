import { EventEmitter } from 'node:events';
import { buildClock } from '../kit/clock';
import { buildReceivedLog } from '../kit/received';
import type { ReceivedLog } from '../kit/received';
import type { SnapshotFile } from '../kit/snapshotFile';
import { buildSessions } from './access/buildSessions';
import { buildTokens } from './access/buildTokens';
import type { Tokens } from './access/buildTokens';
import { parseLimits } from './control/parseLimits';
import { parsePlan } from './control/parsePlan';
import type { Plan } from './control/parsePlan';
import { buildChance } from './faults/buildChance';
import { parseFaults } from './faults/SimulatorFaults';
import type { SimulatorFaults } from './faults/SimulatorFaults';
import type { Desk } from './Desk';
import type { AppPackage } from './package/AppPackage';
import { buildJobRunner } from './jobs/buildJobRunner';
import type { JobRunner } from './jobs/buildJobRunner';
import { seedTicketForm } from './forms/formFields';
import { installAgain, installPackage } from './package/installPackage';
import type { Sessions } from './pagesPort';
import { buildRateCounter } from './rest/rateLimits';
import type { RateCounter, RateLimits } from './rest/rateLimits';
import type { ReadApiFaults } from './rest/playFaults';
import type { RestDeps } from './rest/RestDeps';
import { resetWorld } from './seed/resetWorld';
import { seedGroups } from './seed/seedGroups';
import { seedUsers } from './seed/seedUsers';
import { buildWebhookSender } from './webhooks/buildWebhookSender';
import type { WebhookSender, WebhookSenderOptions } from './webhooks/buildWebhookSender';
import { buildWorld } from './world/World';
import type { World } from './world/World';
import { restoreSnapshot, toSnapshot } from './world/worldSnapshot';
import type { WorldSnapshot } from './world/worldSnapshot';

/** Without a seed faults strike the same things as well: a test does not depend on luck. */
const DEFAULT_SEED = 1;

/** The simulated account without its servers. */
export type Account = {
  desk: Desk;
  received: ReceivedLog;
  sessions: Sessions;
  tokens: Tokens;
  rates: RateCounter;
  jobs: JobRunner;
  sender: WebhookSender;
  installAgain: RestDeps['installAgain'];
  /** Those in force; a control route changes them in their place. */
  limits: RateLimits;
  setLimits(body: unknown): RateLimits;
  readPlan(): Plan;
  setPlan(body: unknown): Plan;
  readApiFaults: ReadApiFaults;
  setFaults(body: unknown): SimulatorFaults;
  /** Back to the seed with the app installed anew; also the real time, the usual plan, no faults and nothing received. */
  reset(): void;
};

export type AccountOptions = {
  file: SnapshotFile<WorldSnapshot>;
  appPackage: AppPackage | undefined;
  webhooks: WebhookSenderOptions;
  limits: RateLimits;
  /** How long a job stands in the queue before it begins. */
  jobDelayMs: number;
  baseUrl(): string;
};

/** The account as it was saved, or seeded when nothing was; the app is installed or brought up to date. */
export function buildAccount(options: AccountOptions): Account {
  const { file, appPackage, webhooks, limits, jobDelayMs, baseUrl } = options;
  const world = restoreWorld(file);
  const clock = buildClock();
  const received = buildReceivedLog();
  const sender = buildWebhookSender({ world, clock, log: received }, webhooks);
  const tokens = buildTokens(clock, () => world.ids.nextId());
  const rates = buildRateCounter(clock);
  const jobs = buildJobRunner(world, clock, jobDelayMs);
  const desk: Desk = {
    world,
    clock,
    events: new EventEmitter().setMaxListeners(0),
    baseUrl,
    sendWebhook: (call) => {
      sender.send(call);
    },
  };
  let faults: SimulatorFaults = {};
  let chance = buildChance(DEFAULT_SEED);
  const setFaults = (body: unknown): SimulatorFaults => {
    faults = parseFaults(body);
    chance = buildChance(faults.seed ?? DEFAULT_SEED);
    sender.setFaults(faults.webhooks ?? {}, chance);
    return faults;
  };
  const inForce: RateLimits = { ...limits };
  const setLimits = (body: unknown): RateLimits => Object.assign(inForce, limits, parseLimits(body));
  let plan = parsePlan({});
  const setPlan = (body: unknown): Plan => (plan = parsePlan(body));
  const install = (): void => {
    if (appPackage !== undefined) installPackage(world, appPackage, clock);
  };
  if (world.users.size() === 0) seedUsers(desk);
  if (world.groups.size() === 0) seedGroups(desk);
  if (world.ticketForms.size() === 0) seedTicketForm(desk);
  install();
  return {
    desk,
    received,
    sessions: buildSessions(world),
    tokens,
    rates,
    limits: inForce,
    setLimits,
    readPlan: () => plan,
    setPlan,
    jobs,
    sender,
    installAgain:
      appPackage &&
      ((settings) =>
        installAgain(world, { ...appPackage, settings: { ...appPackage.settings, ...settings } }, clock)),
    readApiFaults: () => ({ faults: faults.api ?? {}, chance }),
    setFaults,
    reset: () => {
      sender.stop();
      jobs.stop();
      clock.reset();
      setFaults({});
      setLimits({});
      setPlan({});
      received.clear();
      tokens.clear();
      rates.clear();
      resetWorld(desk);
      install();
    },
  };
}

function restoreWorld(file: SnapshotFile<WorldSnapshot>): World {
  const snapshot = file.load();
  let isRestored = false;
  const world = buildWorld(() => {
    if (isRestored) file.save(() => toSnapshot(world));
  });
  if (snapshot !== undefined) restoreSnapshot(world, snapshot);
  isRestored = true;
  return world;
}
