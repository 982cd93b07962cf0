import type { DeskTicket } from '../ports/desk';

/** R5: whether this is the problem ticket of a defect, to which incidents are linked: of type problem and marked so. */
export function isDefectProblem({ type, isDefect }: DeskTicket): boolean {
  return type === 'problem' && isDefect;
}
