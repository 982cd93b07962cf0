/** Resources that a token's scope may name beside the plain `read` and `write` (zendesk.md 8.1). */
const SCOPED: readonly { scope: string; path: RegExp }[] = [
  { scope: 'tickets', path: /^\/api\/v2\/(tickets|requests|incremental\/tickets)\b/ },
  { scope: 'users', path: /^\/api\/v2\/users\b/ },
  { scope: 'organizations', path: /^\/api\/v2\/organizations\b/ },
  { scope: 'triggers', path: /^\/api\/v2\/triggers\b/ },
  { scope: 'webhooks', path: /^\/api\/v2\/webhooks\b/ },
  { scope: 'apps', path: /^\/api\/v2\/apps\b/ },
];
/** Audits want the plain `read` (zendesk.md 8.1). */
const UNSCOPED = /^\/api\/v2\/tickets\/[^/]+\/audits\b/;
/** A token may always ask about itself and about the one it acts for. */
const ALWAYS = /^\/api\/v2\/(oauth\/tokens\/current|users\/me)\b/;

/** Whether a token of this scope may make the call; which paths belong to which resource is inferred. */
export function mayCall(scope: string, method: string, path: string): boolean {
  const scopes = scope.split(' ');
  const verb = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  if (scopes.includes(verb) || ALWAYS.test(path)) return true;
  if (UNSCOPED.test(path)) return false;
  const resource = SCOPED.find((one) => one.path.test(path))?.scope;
  return resource !== undefined && scopes.includes(`${resource}:${verb}`);
}
