import { createRoot } from 'react-dom/client';
import { TicketSidebar } from './locations/TicketSidebar';
import { sidebar } from './openFirstLook';

/** What came before there was anything to draw is drawn at once, without grey bars before it. */
async function draw(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('assets/iframe.html must hold an element with the id «root».');
  const known = await sidebar?.firstLook.whenToDraw();
  createRoot(root).render(<TicketSidebar opened={sidebar && { ...sidebar, known: known ?? {} }} />);
}

void draw();
