import type { AgentView } from '../../pages/views/AgentView';
import type { HostedApp } from '../../pages/views/HostedApp';
import type { ColorSchemeSwitch } from '../agent/colorScheme';
import type { TicketModel } from '../agent/ticketModel';
import type { RestClient } from '../restClient';

/** The page around an app, as far as the app can see or change it through the framework. */
export type HostPage = {
  app: HostedApp;
  location: string;
  user: AgentView;
  subdomain: string;
  /** The ticket on the screen; undefined where there is none. */
  ticket: TicketModel | undefined;
  scheme: ColorSchemeSwitch;
  rest: RestClient;
};

/** One instance of an app in a page: its guid, and the frame that shows it. */
export type Instance = { guid: string; frame: HTMLIFrameElement };
