/** The status of `GET /readyz`. */
export async function readReadiness({ port }: { port: number }): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  await response.arrayBuffer();
  return response.status;
}
