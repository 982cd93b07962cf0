import { createRoot } from 'react-dom/client';
import { TicketSidebar } from './locations/TicketSidebar';
import { loadWords, toLanguage } from './shared/i18n/loadWords';
import { initSdk } from './zaf/initSdk';

const root = document.getElementById('root');
if (!root) throw new Error('assets/iframe.html must hold an element with the id «root».');
// Most browsers speak their agent's language: its words come beside the handshake. Others are loaded when it is known.
loadWords('sidebar', toLanguage(navigator.language)).catch(() => undefined);
createRoot(root).render(<TicketSidebar client={initSdk()} />);
