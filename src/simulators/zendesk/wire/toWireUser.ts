import type { SimUser } from '../entities/SimUser';
import type { World } from '../world/World';
import { toLocaleId } from '../users/locales';
import { omit } from './omit';

/** The user as agents see them: every active user field is listed, empty ones with null. */
export function toWireUser(user: SimUser, world: World, baseUrl: string): Record<string, unknown> {
  const keys = world.userFields.filter((field) => field.active).map((field) => field.key);
  return {
    url: `${baseUrl}/api/v2/users/${String(user.id)}.json`,
    ...omit(user, 'identities'),
    // Any identity's, not the address's (zendesk-openapi.json, UserForAdmin).
    verified: user.identities.some(({ verified }) => verified),
    user_fields: Object.fromEntries(keys.map((key) => [key, user.user_fields[key] ?? null])),
    alias: '',
    time_zone: 'Moscow',
    iana_time_zone: 'Europe/Moscow',
    locale_id: Number(toLocaleId(user.locale)),
    organization_id: null,
    photo: null,
    shared: false,
    shared_agent: false,
    shared_phone_number: null,
    signature: '',
    suspended: user.suspended === true,
    moderator: user.role !== 'end-user',
    restricted_agent: user.role === 'end-user',
    only_private_comments: false,
    ticket_restriction: user.role === 'end-user' ? 'requested' : null,
    two_factor_auth_enabled: false,
    custom_role_id: null,
    role_type: null,
    chat_only: false,
    report_csv: false,
  };
}
