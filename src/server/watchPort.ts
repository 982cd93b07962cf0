import type { Telemetry } from '../use-cases/ports/telemetry';

type Method = (...values: unknown[]) => Promise<unknown>;

/** The same port, each of whose methods is watched as an operation on the database, named after it: `ledger.decideTicket`. */
export function watchPort<Port extends { [Name in keyof Port]: (...values: never[]) => Promise<unknown> }>(
  telemetry: Pick<Telemetry, 'watch'>,
  name: string,
  port: Port,
): Port {
  const methods = Object.entries<Method>(port as unknown as Record<string, Method>);
  return Object.fromEntries(
    methods.map(([method, ask]) => [
      method,
      (...values: unknown[]) =>
        telemetry.watch(
          { kind: 'database', operation: `${name}.${method}` },
          () => ask(...values),
          () => 'done',
        ),
    ]),
  ) as unknown as Port;
}
