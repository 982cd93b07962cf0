import { IDENTITY_TYPES } from '../entities/SimIdentity';
import type { IdentityInput } from '../entities/SimIdentity';
import { USER_ROLES } from '../entities/SimUser';
import type { FieldValueOfUser, SimUser } from '../entities/SimUser';
import type { SimUserField } from '../entities/SimUserField';
import { buildBadRequest, buildRecordInvalid } from '../errors/VendorError';
import { toTags } from '../tickets/tags';
import { isRecord } from '../wire/isRecord';
import type { World } from '../world/World';

const TEXTS = ['email', 'name', 'locale', 'details', 'notes'] as const;
const NULLABLE_TEXTS = ['external_id', 'phone'] as const;

/** What a create or update gives; `verified` is the address's, `identities` are those beside it. */
export type UserInput = Partial<Omit<SimUser, 'identities'>> & {
  verified?: boolean;
  identities?: IdentityInput[];
};

/** The `user` of a create or update, checked: only what was given is there. Throws 400 or 422. */
export function parseUserInput(input: unknown, world: World): UserInput {
  if (!isRecord(input)) throw buildBadRequest('user must be an object');
  const changes: UserInput = {};
  for (const name of TEXTS) {
    if (input[name] !== undefined) changes[name] = String(input[name] ?? '');
  }
  for (const name of NULLABLE_TEXTS) {
    if (input[name] !== undefined) changes[name] = input[name] === null ? null : String(input[name]);
  }
  if (input.verified !== undefined) changes.verified = input.verified === true;
  if (input.suspended !== undefined) changes.suspended = input.suspended === true;
  if (input.role !== undefined) changes.role = parseRole(input.role);
  if (Array.isArray(input.identities)) changes.identities = input.identities.map(parseIdentity);
  if (Array.isArray(input.tags)) changes.tags = toTags(input.tags.map(String));
  if (isRecord(input.user_fields)) changes.user_fields = parseUserFields(input.user_fields, world);
  return changes;
}

function parseRole(input: unknown): SimUser['role'] {
  const role = USER_ROLES.find((one) => one === input);
  if (role === undefined) {
    throw buildRecordInvalid({ field: 'role', description: 'Role: is invalid', error: 'InvalidValue' });
  }
  return role;
}

function parseIdentity(input: unknown): IdentityInput {
  const { type, value, verified } = isRecord(input) ? input : {};
  const known = IDENTITY_TYPES.find((one) => one === type);
  if (known !== undefined && typeof value === 'string' && value !== '')
    return { type: known, value, verified: verified === true };
  throw buildRecordInvalid({
    field: 'identities',
    description: 'Identities: is invalid',
    error: 'InvalidValue',
  });
}

/** Keys that the account does not have are passed over, as Zendesk does. */
function parseUserFields(input: Record<string, unknown>, world: World): Record<string, FieldValueOfUser> {
  const values: Record<string, FieldValueOfUser> = {};
  for (const field of world.userFields.all()) {
    const value = input[field.key];
    if (value !== undefined) values[field.key] = parseFieldValue(field, value);
  }
  return values;
}

/** A date is answered as midnight UTC, whatever time came with it. */
function parseFieldValue(field: SimUserField, value: unknown): FieldValueOfUser {
  if (value === null || value === '') return field.type === 'checkbox' ? false : null;
  const isText = typeof value === 'string';
  const number = isText || typeof value === 'number' ? Number(value) : NaN;
  if (field.type === 'integer' && Number.isSafeInteger(number)) return number;
  if (field.type === 'decimal' && Number.isFinite(number)) return number;
  if (field.type === 'checkbox' && typeof value === 'boolean') return value;
  if (field.type === 'date' && isText && isDate(value)) return `${value.slice(0, 10)}T00:00:00Z`;
  const isOption = field.custom_field_options.some((option) => option.value === value);
  if (field.type === 'dropdown' && isText && isOption) return value;
  if ((field.type === 'text' || field.type === 'textarea') && isText) return value;
  throw buildRecordInvalid({
    field: field.key,
    description: `${field.title}: is not a valid ${field.type}`,
    error: 'InvalidValue',
  });
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}
