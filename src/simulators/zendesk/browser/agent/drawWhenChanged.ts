import type { TicketModel } from './ticketModel';

/**
 * Draws what `read` tells of the ticket, now and whenever it has changed: drawing anew for nothing would take the focus from the
 * agent's hands.
 */
export function drawWhenChanged<Shown>(
  model: TicketModel,
  read: () => Shown,
  draw: (shown: Shown) => void,
): void {
  let drawn = '';
  const drawIfChanged = () => {
    const shown = read();
    const next = JSON.stringify(shown);
    if (next === drawn) return;
    drawn = next;
    draw(shown);
  };
  drawIfChanged();
  model.onChange(drawIfChanged);
}
