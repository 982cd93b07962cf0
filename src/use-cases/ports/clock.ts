/** Time. */
export interface Clock {
  now(): Date;
}
