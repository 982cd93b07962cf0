import { ZafError } from './ZafError';

/** Rejects with {@link ZafError} when `promise` is not settled within `limitMs`: several calls of the SDK never end. */
export function withTimeLimit<Value>(
  promise: Promise<Value>,
  limitMs: number,
  asked: string,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ZafError(asked)), limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
