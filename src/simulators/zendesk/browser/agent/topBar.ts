import type { AgentPageData } from '../../pages/views/PageData';
import { element } from '../dom/element';
import { selectField } from '../dom/selectField';
import { signInForm } from '../dom/signInForm';
import type { ColorScheme, ColorSchemeSwitch } from './colorScheme';

const SCHEMES: { value: ColorScheme; name: string }[] = [
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
];

/** The bar over each agents' page: where to go, who is signed in, in which colours. */
export function topBar(data: AgentPageData, scheme: ColorSchemeSwitch): HTMLElement {
  const link = (href: string, text: string) =>
    element('a', { href, 'aria-current': location.pathname === href ? 'page' : undefined }, text);
  const chooseScheme = (event: Event) => {
    scheme.choose((event.target as HTMLSelectElement).value === 'dark' ? 'dark' : 'light');
  };
  return element(
    'header',
    { class: 'bar' },
    element('a', { href: '/', class: 'brand' }, 'Zendesk simulator'),
    element(
      'nav',
      { 'aria-label': 'Agent pages' },
      link('/agent/tickets', 'Tickets'),
      link('/agent/tickets/new/1', 'New ticket'),
      // As in Zendesk, an app stands in the bar only when it has a page there.
      ...(data.app?.locations['nav_bar'] ? [link('/agent/nav/support-credits', data.app.name)] : []),
    ),
    element(
      'div',
      { class: 'choices' },
      signInForm('Agent', data.agents, data.user, location.pathname),
      selectField('Colours', SCHEMES, scheme.current(), { change: chooseScheme }),
    ),
  );
}
