import * as z from 'zod/mini';

/** ISO 8601, in UTC. */
export const isoTime = z.iso.datetime();

/** Whole credits; below zero where something was taken or is owed. */
export const credits = z.int();

/** Whole cents of EUR. */
export const cents = z.int();
