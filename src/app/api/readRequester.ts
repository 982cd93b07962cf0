import type { AxiosInstance } from 'axios';
import * as z from 'zod/mini';

const fieldValue = z.nullish(z.union([z.string(), z.number(), z.boolean()]));

/** Of a Zendesk user, what the app shows when it has nobody else to ask: keys as in requirements.json. */
const userSchema = z.object({
  user: z.object({
    name: z.string(),
    email: z.nullish(z.string()),
    locale: z.nullish(z.string()),
    user_fields: z.nullish(z.record(z.string(), fieldValue)),
  }),
});

/** The requester as Zendesk knows them. */
export type Requester = {
  name: string;
  email: string | undefined;
  locale: string | undefined;
  userFields: Readonly<Record<string, string | number | boolean | null | undefined>>;
};

/** Reads a requester in the agent's own session; undefined when Zendesk does not tell. */
export async function readRequester(
  zendesk: AxiosInstance,
  requesterId: string,
): Promise<Requester | undefined> {
  const url = `/api/v2/users/${encodeURIComponent(requesterId)}.json`;
  const answer = await zendesk.get<unknown>(url).catch(() => undefined);
  const parsed = userSchema.safeParse(answer?.data);
  if (!parsed.success) return undefined;
  const { name, email, locale, user_fields: userFields } = parsed.data.user;
  return { name, email: email ?? undefined, locale: locale ?? undefined, userFields: userFields ?? {} };
}
