// First, so that the handshake and the words are on their way while the browser still reads the rest.
import { client } from './openConnection';
import { createRoot } from 'react-dom/client';
import { AdminPage } from './locations/AdminPage';

const root = document.getElementById('root');
if (!root) throw new Error('assets/admin.html must hold an element with the id «root».');
createRoot(root).render(<AdminPage client={client} />);
