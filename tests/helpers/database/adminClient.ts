import { Client } from 'pg';

/** The address of the run's database server, made by `globalSetup`. */
export function readServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('No test database: run the tests through tests/jest.config.cjs.');
  return url;
}

/** The same server, another database. */
export function urlOfDatabase(name: string): string {
  const url = new URL(readServerUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs `work` with one connection to the server's own database and closes it. */
export async function withAdminClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: readServerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
