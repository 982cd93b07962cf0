import { askDatabase } from './askDatabase';

type Method = (...values: unknown[]) => Promise<unknown>;

/** The same port on Postgres, whose methods all fail with `database_unavailable` when the database cannot be asked. */
export function withDatabaseErrors<
  Port extends { [Name in keyof Port]: (...values: never[]) => Promise<unknown> },
>(port: Port): Port {
  const methods = Object.entries<Method>(port as unknown as Record<string, Method>);
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (...values: unknown[]) => askDatabase(() => method(...values))]),
  ) as unknown as Port;
}
