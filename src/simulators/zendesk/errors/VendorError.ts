/** An answer of the vendor that is a refusal: the route's error handler sends status and body as they are. */
export class VendorError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`Zendesk answers ${String(status)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** What is wrong with one field of a record, in the vendor's words. */
export type InvalidField = { field: string; description: string; error: string };

// The bodies are those of zendesk.md 8.2 and 8.5.
export function buildRecordNotFound(): VendorError {
  return new VendorError(404, { error: 'RecordNotFound', description: 'Not found' });
}

export function buildRecordInvalid(...invalid: InvalidField[]): VendorError {
  const details: Record<string, { description: string; error: string }[]> = {};
  for (const { field, description, error } of invalid) {
    (details[field] ??= []).push({ description, error });
  }
  return new VendorError(422, { error: 'RecordInvalid', description: 'Record validation errors', details });
}

export function buildUpdateConflict(): VendorError {
  return new VendorError(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });
}

export function buildUnauthenticated(): VendorError {
  return new VendorError(401, { error: "Couldn't authenticate you" });
}

/** The wording is from memory; zendesk.md 8.5 gives the status only. */
export function buildForbidden(): VendorError {
  return new VendorError(403, {
    error: {
      title: 'Forbidden',
      message:
        'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  });
}

/** The wording is from memory: zendesk.md does not give the body for input that is not of the right form. */
export function buildBadRequest(message: string): VendorError {
  return new VendorError(400, { error: { title: 'Invalid attribute', message } });
}
