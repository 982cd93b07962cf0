import { OPERATOR_COMMANDS } from './operatorCommands';

const LONGEST_NAME = 13;

/** Every command in one line each. */
export function renderUsage(): string {
  const lines = [...OPERATOR_COMMANDS].map(
    ([name, { summary }]) => `  ${name.padEnd(LONGEST_NAME)} ${summary}`,
  );
  const usages = [...OPERATOR_COMMANDS.values()].map(({ usage }) => `  ${usage.replaceAll('\n', '\n  ')}`);
  return `Usage: support-credits <command> [options]

  serve         run the bridge (the default)
  migrate       bring the database to the newest schema, then end
${lines.join('\n')}

${usages.join('\n')}

Configuration comes from the environment; see src/server/README.md. setup needs the BILLMANAGER_ variables with
--billing, and with --zendesk those of Zendesk's address and OAuth client; it reads POLICY_FILE and BRIDGE_URL where
they are set. sweep and shadow-report need Zendesk's and the database, sweep --rebuild billing's and POLICY_FILE too, the
commands below them DATABASE_URL or DATA_DIR only; without DATABASE_URL they work beside the bridge that runs on the folder, but
for serve, migrate and restore, which want it for themselves. With MODE=shadow each works on the ledger of shadow mode.
`;
}
