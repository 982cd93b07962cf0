import { createRoot } from 'react-dom/client';
import { TicketSidebar } from './locations/TicketSidebar';
import { sidebar } from './openFirstLook';

const root = document.getElementById('root');
if (!root) throw new Error('assets/iframe.html must hold an element with the id «root».');
createRoot(root).render(<TicketSidebar opened={sidebar} />);
