import { createRoot } from 'react-dom/client';
import { TicketSidebar } from './locations/TicketSidebar';
import { initSdk } from './zaf/initSdk';

const root = document.getElementById('root');
if (!root) throw new Error('assets/iframe.html must hold an element with the id «root».');
createRoot(root).render(<TicketSidebar client={initSdk()} />);
