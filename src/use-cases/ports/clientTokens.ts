import type { Result } from '../../domain/result';

/** Why a token of the help center is not believed, or not even looked at (`shadow_mode`); for the log alone. */
export type TokenRefusal =
  | 'token_missing'
  | 'token_invalid'
  | 'token_expired'
  | 'token_for_others'
  | 'token_without_person'
  | 'shadow_mode';

/** Proves who a client is who asks from the help center. */
export interface ClientTokens {
  /**
   * The person of the helpdesk whom the token in an `Authorization` header was made for. Throws `AdapterError` when the keys
   * to check it by cannot be had.
   */
  readPerson(authorization: string | undefined): Promise<Result<string, TokenRefusal>>;
}
