import type { AxiosInstance } from 'axios';
import type { Zaf } from '../../zaf/connectZaf';

/** The ways out of the admin page: Zendesk's page, the bridge, and Zendesk in the admin's own session. */
export type AdminOutside = { zaf: Zaf; bridge: AxiosInstance; zendesk: AxiosInstance };
