import type { ZodType } from 'zod';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { DeskInspection, SeenRule } from '../../../use-cases/ports/deskInspection';
import { buildZendeskClient } from '../buildZendeskClient';
import type { ZendeskClient, ZendeskClientOptions } from '../buildZendeskClient';
import { readPages } from '../readPages';
import type { PagedAnswer } from '../wire';
import { ADMIN_PLACES } from './adminPlaces';
import { mendDesk } from './mendDesk';
import { readForms } from './readForms';
import { readInstallations } from './readInstallations';
import { readTriggers } from './readTriggers';
import { readDeliveries, readWebhooks } from './readWebhooks';
import { toSeenRule } from './toSeenRule';
import type { WireRule } from './wireSetup';
import {
  currentTokenAnswer,
  currentUserAnswer,
  macrosAnswer,
  setupFieldsAnswer,
  userFieldsAnswer,
  viewsAnswer,
} from './wireSetup';

/** Looks at an account of Zendesk as it is set up, and mends what it is told to. Decides nothing. */
export function buildDeskInspection(options: ZendeskClientOptions): DeskInspection {
  const client = buildZendeskClient(options);
  return {
    places: ADMIN_PLACES,
    readUser: () => readUser(client),
    readScopes: async () =>
      (await client.read('/api/v2/oauth/tokens/current.json', currentTokenAnswer))?.token.scopes ?? undefined,
    readInstallations: () => readInstallations(client),
    readTicketFields: () => readTicketFields(client),
    readUserFields: () => readUserFields(client),
    readForms: () => readForms(client),
    readWebhooks: () => readWebhooks(client),
    readDeliveries: (webhookId) => readDeliveries(client, webhookId),
    readTriggers: () => readTriggers(client),
    readMacros: () => readRules(client, '/api/v2/macros.json', macrosAnswer, (page) => page.macros),
    readViews: () => readRules(client, '/api/v2/views.json', viewsAnswer, (page) => page.views),
    mend: (repair) => mendDesk(client, repair),
  };
}

async function readUser(client: ZendeskClient): ReturnType<DeskInspection['readUser']> {
  const answer = await client.read('/api/v2/users/me.json', currentUserAnswer);
  const { id, name, role, last_login_at: lastSignInAt } = answer?.user ?? {};
  if (!id) {
    const sentence = 'Zendesk does not know whom the token of the OAuth client belongs to';
    throw new AdapterError(sentence, { code: 'zendesk_unauthorized', retry: false });
  }
  return { id, name: name ?? id, role: role ?? 'end-user', lastSignInAt: lastSignInAt ?? undefined };
}

async function readTicketFields(client: ZendeskClient): ReturnType<DeskInspection['readTicketFields']> {
  const pages = (await readPages(client, '/api/v2/ticket_fields.json', setupFieldsAnswer)) ?? [];
  return pages
    .flatMap((page) => page.ticket_fields)
    .map(({ id, type, title, active, custom_field_options: options, regexp_for_validation: pattern }) => ({
      id,
      title: title ?? id,
      isActive: active !== false,
      options: (options ?? []).map(({ name, value }) => ({ name: name ?? value, value })),
      pattern: type === 'regexp' ? (pattern ?? undefined) : undefined,
    }));
}

async function readUserFields(client: ZendeskClient): ReturnType<DeskInspection['readUserFields']> {
  const pages = (await readPages(client, '/api/v2/user_fields.json', userFieldsAnswer)) ?? [];
  return pages
    .flatMap((page) => page.user_fields)
    .map(({ key, title, type, active }) => ({ key, title: title ?? key, type, isActive: active !== false }));
}

async function readRules<Answer extends PagedAnswer>(
  client: ZendeskClient,
  path: string,
  schema: ZodType<Answer>,
  readRulesOf: (page: Answer) => WireRule[],
): Promise<SeenRule[]> {
  const pages = (await readPages(client, path, schema)) ?? [];
  return pages.flatMap(readRulesOf).map(toSeenRule);
}
