import type { DeskStep } from '../../../domain/setup/steps';

const OAUTH_CLIENTS = '/admin/apps-integrations/apis/zendesk-api/oauth_clients';

/**
 * Where in Zendesk's admin center each step is seen to. The vendor documents the menus and not these addresses; they are
 * the ones under which public projects that work with the admin center (such as salto-io/salto, and GitLab's handbook) link
 * to it. One that Zendesk has moved leads to the admin center's own page of what is not there, where the menu helps.
 */
export const ADMIN_PLACES: Readonly<Record<DeskStep, string>> = {
  'sign-in': OAUTH_CLIENTS,
  user: '/admin/people/team/members',
  scopes: OAUTH_CLIENTS,
  app: '/admin/apps-integrations/apps/support-apps',
  fields: '/admin/objects-rules/tickets/ticket-fields',
  'user fields': '/admin/people/configuration/user_fields',
  forms: '/admin/objects-rules/tickets/ticket-forms',
  webhook: '/admin/apps-integrations/actions-webhooks/webhooks',
  triggers: '/admin/objects-rules/rules/triggers',
  macros: '/admin/workspaces/agent-workspace/macros',
  views: '/admin/workspaces/agent-workspace/views',
};
