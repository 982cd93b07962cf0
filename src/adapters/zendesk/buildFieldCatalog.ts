import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { ZendeskClient } from './buildZendeskClient';
import { readPages } from './readPages';
import { ticketFieldsAnswer } from './wire';
import type { WireTicket } from './wire';

/**
 * Ids of the ticket fields that the product reads or writes. `creditsLeft`: undefined in an account whose app was installed before
 * there was this field.
 */
export type FieldIds = { line: string; credit: string; action: string; creditsLeft: string | undefined };

/** Finds the ticket fields of this account. */
export type FieldCatalog = {
  readFieldIds(): Promise<FieldIds>;
  /** As {@link FieldCatalog.readFieldIds}, looked up anew when the ticket does not carry the fields remembered. */
  readFieldIdsFor(ticket: WireTicket): Promise<FieldIds>;
};

/** The option values that tell a field from all others (design.md, section 4): fields have no name of ours. */
const MARKS: Record<Exclude<keyof FieldIds, 'creditsLeft'>, readonly string[]> = {
  line: ['sales', 'tech'],
  credit: ['credit_debited'],
  action: ['credit_action_recheck'],
};

/** The field of the credits left offers no options: it is told by this pattern for its values (requirements.json). */
const CREDITS_LEFT_PATTERN = String.raw`\A-?\d{1,9}\z`;

const KEPT_MS = 10 * 60_000;

type KnownField = { id: string; options: string[]; pattern: string | undefined };

/**
 * Fields are found by their option values or their pattern and remembered for ten minutes. An incomplete set is never remembered: the
 * app may be installed at any moment. Fails with AdapterError, `zendesk_not_set_up` among them.
 */
export function buildFieldCatalog(client: ZendeskClient, clock: Clock): FieldCatalog {
  let known: { ids: FieldIds; readAt: number } | undefined;

  const readFieldIds = async (): Promise<FieldIds> => {
    const now = clock.now().getTime();
    if (known === undefined || now - known.readAt >= KEPT_MS) {
      known = { ids: toFieldIds(await readFields(client)), readAt: now };
    }
    return known.ids;
  };

  return {
    readFieldIds,
    async readFieldIdsFor(ticket) {
      // Zendesk lists every active field on every ticket, so a field that is not there was deleted and made again.
      const listed = new Set(ticket.custom_fields?.map((field) => field.id));
      const isListed = (id: string | undefined) => id === undefined || listed.has(id);
      if (known && !Object.values(known.ids).every(isListed)) known = undefined;
      return readFieldIds();
    },
  };
}

async function readFields(client: ZendeskClient): Promise<KnownField[]> {
  const pages = (await readPages(client, '/api/v2/ticket_fields.json', ticketFieldsAnswer)) ?? [];
  return pages
    .flatMap((page) => page.ticket_fields)
    .filter((field) => field.active !== false)
    .map((field) => ({
      id: field.id,
      options: (field.custom_field_options ?? []).map((option) => option.value),
      pattern: field.type === 'regexp' ? (field.regexp_for_validation ?? undefined) : undefined,
    }));
}

function toFieldIds(fields: KnownField[]): FieldIds {
  const findId = (mark: readonly string[]): string => {
    const field = fields.find(({ options }) => mark.every((value) => options.includes(value)));
    if (field) return field.id;
    const sentence = `No active ticket field of Zendesk offers «${mark.join('» and «')}»: install the app or run setup`;
    throw new AdapterError(sentence, { code: 'zendesk_not_set_up', retry: true });
  };
  return {
    line: findId(MARKS.line),
    credit: findId(MARKS.credit),
    action: findId(MARKS.action),
    creditsLeft: fields.find(({ pattern }) => pattern === CREDITS_LEFT_PATTERN)?.id,
  };
}
