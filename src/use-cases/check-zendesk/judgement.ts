import type { DeskStep, Repair } from '../ports/deskInspection';
import type { Finding } from '../ports/finding';

/** A finding about the helpdesk. */
export type DeskFinding = Finding<DeskStep>;

/** A finding, and how it can be mended where it can without undoing what an admin chose. */
export type Judgement = DeskFinding & { repair?: Repair };
