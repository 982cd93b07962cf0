import type { AgentPageData } from '../../pages/views/PageData';
import type { RestClient } from '../restClient';
import type { ColorSchemeSwitch } from './colorScheme';

/** What a screen of the agents' pages is drawn into, and what it has at hand. */
export type Surroundings = {
  page: HTMLElement;
  data: AgentPageData;
  rest: RestClient;
  scheme: ColorSchemeSwitch;
};
