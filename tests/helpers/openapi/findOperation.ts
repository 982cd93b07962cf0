import type { OpenApiDocument, Operation } from './OpenApiDocument';

/** The operation that a request meets, with the template of its path; literal parts win over parameters. */
export function findOperation(
  document: OpenApiDocument,
  method: string,
  url: string,
): { path: string; operation: Operation } | undefined {
  const asked = (url.split('?')[0] ?? '').replace(/\.json$/, '');
  const matching = Object.keys(document.paths).filter((path) => toPattern(path).test(asked));
  const path = matching.sort((one, other) => countParameters(one) - countParameters(other))[0];
  const operation = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()];
  return path === undefined || operation === undefined ? undefined : { path, operation };
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

function countParameters(path: string): number {
  return path.split('{').length;
}
