import { fromCommandAction } from '../../domain/tickets/command';
import type { CommandAction } from '../../domain/tickets/command';

/** Everything an agent may ask of a ticket here: a command of the field «Credit action», or another support line (R6). */
export type TicketAsking = CommandAction | { kind: 'hand_over' } | { kind: 'hand_back' };

/** Which ticket field an asking is written into. */
export type AskingField = 'creditAction' | 'supportLine';

/** The field of an asking and its value, as the options in requirements.json are written. */
export function toFieldValue(asking: TicketAsking): { field: AskingField; value: string } {
  switch (asking.kind) {
    case 'hand_over':
      return { field: 'supportLine', value: 'tech' };
    case 'hand_back':
      return { field: 'supportLine', value: 'sales' };
    default:
      return { field: 'creditAction', value: `credit_action_${fromCommandAction(asking)}` };
  }
}
