import type { SimulatorClock } from '../../kit/clock';
import { readWireTime } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';

const MS_PER_SECOND = 1000;

/** Both times of a ticket's last change, as of now. */
export function stamp(clock: SimulatorClock): Pick<SimTicket, 'updated_at' | 'generated_timestamp'> {
  return {
    updated_at: readWireTime(clock),
    generated_timestamp: Math.floor(clock.now().getTime() / MS_PER_SECOND),
  };
}
