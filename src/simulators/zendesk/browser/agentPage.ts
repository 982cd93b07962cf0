import type { AgentPageData } from '../pages/views/PageData';
import { buildColorSchemeSwitch } from './agent/colorScheme';
import { showNavApp } from './agent/showNavApp';
import { showNewTicket } from './agent/showNewTicket';
import { showTicket } from './agent/showTicket';
import { showTicketList } from './agent/showTicketList';
import { topBar } from './agent/topBar';
import { findPage, readPageData } from './readPageData';
import { buildRestClient } from './restClient';

const data = readPageData<AgentPageData>();
const page = findPage();
const rest = buildRestClient(data.user.email);
const scheme = buildColorSchemeSwitch();

page.append(topBar(data, scheme));
switch (data.screen.name) {
  case 'tickets':
    showTicketList(page, data, data.screen.list, rest);
    break;
  case 'ticket':
    showTicket({ page, data, rest, scheme }, data.screen.ticket);
    break;
  case 'new-ticket':
    showNewTicket({ page, data, rest, scheme }, data.screen.ticket);
    break;
  case 'nav':
    showNavApp(page, data, rest, scheme);
    break;
}
