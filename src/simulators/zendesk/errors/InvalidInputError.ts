import type { InvalidField } from './VendorError';

/** Input that Zendesk would not keep; the API answers it with 422, an installation ends with its sentences. */
export class InvalidInputError extends Error {
  readonly invalid: readonly InvalidField[];

  constructor(...invalid: InvalidField[]) {
    super(invalid.map(({ description }) => description).join(' '));
    this.invalid = invalid;
  }
}

/** A refusal that is about the whole object, in one sentence each. */
export function buildInvalidBase(...sentences: string[]): InvalidInputError {
  return new InvalidInputError(
    ...sentences.map((description) => ({ field: 'base', description, error: 'InvalidValue' })),
  );
}
