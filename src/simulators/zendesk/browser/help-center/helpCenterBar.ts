import type { HelpCenterPageData } from '../../pages/views/PageData';
import { element } from '../dom/element';
import { signInForm } from '../dom/signInForm';

/** The bar over each page of the help center. Another client has other requests: changing it leads to their list. */
export function helpCenterBar({ user, clients, screen }: HelpCenterPageData): HTMLElement {
  const isForAnybody = screen.name === 'new-request' || screen.name === 'my-credits';
  const action = isForAnybody ? location.pathname : '/hc/requests';
  return element(
    'header',
    { class: 'bar' },
    element('a', { href: '/', class: 'brand' }, 'Help center'),
    element(
      'nav',
      { 'aria-label': 'Help center' },
      link('/hc/requests/new', 'Submit a request'),
      link('/hc/requests', 'My requests'),
      link('/hc/p/support-credits', 'My credits'),
    ),
    user && element('div', { class: 'choices' }, signInForm('Client', clients, user, action)),
  );
}

function link(href: string, text: string): HTMLElement {
  return element('a', { href, 'aria-current': location.pathname === href ? 'page' : undefined }, text);
}
