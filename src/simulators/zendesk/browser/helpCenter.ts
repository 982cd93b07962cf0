import type { HelpCenterPageData } from '../pages/views/PageData';
import { element } from './dom/element';
import { signInForm } from './dom/signInForm';
import { helpCenterBar } from './help-center/helpCenterBar';
import { newRequestForm } from './help-center/newRequestForm';
import { requestList } from './help-center/requestList';
import { requestPage } from './help-center/requestPage';
import { findPage, readPageData } from './readPageData';
import { buildRestClient } from './restClient';

const data = readPageData<HelpCenterPageData>();
const rest = buildRestClient(data.user?.email ?? '');

findPage().append(helpCenterBar(data), element('main', { class: 'plain' }, ...showScreen(data.screen)));

function showScreen(screen: HelpCenterPageData['screen']): HTMLElement[] {
  switch (screen.name) {
    case 'sign-in':
      return [
        element('h1', {}, 'Who are you?'),
        element('p', {}, 'Choose a client to go on.'),
        signInForm('Sign in as', data.clients, undefined, location.pathname),
      ];
    case 'new-request':
      return newRequestForm(screen.fields, screen.theme, rest);
    case 'my-credits':
      return [element('div', { 'data-support-credits': true })];
    case 'requests':
      return requestList(screen.requests);
    case 'request':
      return [requestPage(screen.request, rest)];
  }
}
