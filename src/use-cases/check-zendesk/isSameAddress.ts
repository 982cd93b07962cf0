/** Whether two addresses are one, but for a slash at the end and the case of the host. */
export function isSameAddress(one: string, other: string): boolean {
  return normalize(one) === normalize(other);
}

function normalize(address: string): string {
  const [, scheme = '', host = '', path = ''] = /^(https?:\/\/)([^/]*)(.*)$/i.exec(address.trim()) ?? [];
  return host === '' ? address.trim() : `${scheme}${host}`.toLowerCase() + path.replace(/\/+$/, '');
}
