/** What the framework answers for one path of a call; the app's SDK makes an error of it (zendesk.md 1.3). */
export class ApiError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'APIError';
  }
}

export type PathError = { name: string; message: string; path: string };

/** The error of a path or an action that does not exist. */
export function buildNoSuchApi(): ApiError {
  return new ApiError('No such Api');
}

/** The answer to a call of several paths: each with its result, or with its error among `errors`. */
export function answerEach(
  calls: [path: string, call: () => unknown][],
): Record<string, unknown> & { errors: Record<string, PathError> } {
  const results: Record<string, unknown> = {};
  const errors: Record<string, PathError> = {};
  for (const [path, call] of calls) {
    try {
      results[path] = call() ?? null;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      errors[path] = { name: error.name, message: error.message, path };
    }
  }
  return { ...results, errors };
}
