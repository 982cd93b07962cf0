/** Topics of both lines (R10), as the shipped field «Topic» offers them; a ticket has the tag `topic_<topic>`. */
export const TOPICS = [
  'pay',
  'renew',
  'activate',
  'licence_ip',
  'access',
  'install',
  'configure',
  'update',
  'integrate',
  'technical',
] as const;

/** Products, as the shipped field «Product» offers them; a ticket has the tag `product_<product>`. */
export const PRODUCTS = [
  'billmanager',
  'vmmanager',
  'dcimanager',
  'ispmanager',
  'dnsmanager',
  'ipmanager',
  'other',
] as const;

/** What a ticket is about, for reports alone: no rule rests on it. */
export type TicketSubject = {
  /** Undefined: the ticket does not say. */
  topic: string | undefined;
  product: string | undefined;
  /** When it was made, ISO 8601; undefined when client care handed it over, for then nobody submitted it to pay. */
  submittedAt: string | undefined;
};

/**
 * The topic and the product that the tags of a ticket name. Operators add values of their own to both fields, and other
 * apps may use tags that begin alike: a shipped value goes before any other, else the first by name is taken.
 */
export function readSubjectTags(tags: readonly string[]): Pick<TicketSubject, 'topic' | 'product'> {
  return { topic: readTag(tags, 'topic_', TOPICS), product: readTag(tags, 'product_', PRODUCTS) };
}

/** Of tags that begin with the prefix; a longer value than this is nobody's product. */
const VALUE = /^[a-z0-9_]{1,64}$/;

function readTag(tags: readonly string[], prefix: string, shipped: readonly string[]): string | undefined {
  const values = tags
    .filter((tag) => tag.startsWith(prefix))
    .map((tag) => tag.slice(prefix.length))
    .filter((value) => VALUE.test(value))
    .sort();
  return values.find((value) => shipped.includes(value)) ?? values[0];
}
