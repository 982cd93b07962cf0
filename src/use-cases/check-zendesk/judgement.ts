import type { Finding } from '../../domain/setup/finding';
import type { DeskStep } from '../../domain/setup/steps';
import type { Repair } from '../ports/deskInspection';

/** A finding about the helpdesk. */
export type DeskFinding = Finding<DeskStep>;

/** A finding, and how it can be mended where it can without undoing what an admin chose. */
export type Judgement = DeskFinding & { repair?: Repair };
