import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** The least that a page with React costs: one line of text in the place where the sidebar has the balance. */
createRoot(document.body.appendChild(document.createElement('div'))).render(createElement('p', {}, '3'));
