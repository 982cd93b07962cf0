import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { SeenForm } from '../../../use-cases/ports/deskInspection';
import type { ZendeskClient } from '../buildZendeskClient';
import { readPages } from '../readPages';
import { formsAnswer } from './wireSetup';

/**
 * Every ticket form; undefined on a plan without forms. Zendesk shows forms to anyone, so a refusal means that there are none
 * to show.
 */
export async function readForms(client: ZendeskClient): Promise<SeenForm[] | undefined> {
  try {
    const pages = await readPages(client, '/api/v2/ticket_forms.json', formsAnswer);
    return pages?.flatMap((page) =>
      page.ticket_forms.map((form) => ({
        id: form.id,
        name: form.name ?? 'without a name',
        isActive: form.active !== false,
        isDefault: form.default === true,
        isForClients: form.end_user_visible === true,
        fieldIds: form.ticket_field_ids ?? [],
      })),
    );
  } catch (error) {
    if (error instanceof AdapterError && error.code === 'zendesk_unauthorized') return undefined;
    throw error;
  }
}
