type Json = Record<string, unknown>;

/** A control route of a simulator; throws what it refuses. */
export async function control(url: string, path: string, body: Json): Promise<Json> {
  const response = await fetch(`${url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`_control/${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Json;
}
