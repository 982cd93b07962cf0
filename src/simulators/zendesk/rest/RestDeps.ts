import type { ReadCaller } from '../access/Caller';
import type { Desk } from '../Desk';
import type { JobRunner } from '../jobs/buildJobRunner';
import type { RateCounter, RateLimits } from './rateLimits';

/** What the routes of the API get. */
export type RestDeps = {
  desk: Desk;
  readCaller: ReadCaller;
  rates: RateCounter;
  limits: RateLimits;
  jobs: JobRunner;
};
