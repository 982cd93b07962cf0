import { bridgeUrlOf } from './childEnvironments.mjs';

/** The seed's clients and what each of them shows. */
const CLIENTS = [
  ['credits@client.test', '4 credits: 2 earned by EUR 243 of spend, 2 bought'],
  ['empty@client.test', 'no credits: a technical question is held, not lost'],
  ['partner@client.test', 'a partner: served free, and the waiver is written down'],
  ['nearly@client.test', '1 credit, EUR 37 short of the next'],
  ['two@client.test', 'one e-mail, two billing accounts: held until it is known which'],
  ['unknown@client.test', 'not in billing: held with the reason unknown_client'],
];

/**
 * What a started playground says: where everything is and whom to play.
 * @param {import('./readSettings.mjs').PlaygroundSettings} settings
 */
export function writeCard(settings) {
  const { ports, hasZendeskSimulator, hasBillmanagerSimulator } = settings;
  const zendesk = `http://localhost:${ports.zendesk}`;
  const billing = `http://localhost:${ports.billmanager}`;
  const places = [
    ...(hasZendeskSimulator
      ? [
          ['Agent page', `${zendesk}/agent/tickets`],
          ['Help center', `${zendesk}/hc/requests/new`],
        ]
      : [['Zendesk', `${process.env['ZENDESK_URL']} (real)`]]),
    ['Billing', hasBillmanagerSimulator ? `${billing}/` : `${process.env['BILLMANAGER_URL']} (real)`],
    ['Bridge', `${bridgeUrlOf(settings)}/readyz`],
  ];
  const lines = ['', 'Support Credits is running.', '', ...toColumns(places)];
  if (hasZendeskSimulator && hasBillmanagerSimulator) {
    lines.push('', 'Clients to write as, in the help center:', '', ...toColumns(CLIENTS));
  }
  return [...lines, '', `Logs and data: ${settings.dataDir}`, 'Ctrl-C stops everything.', ''].join('\n');
}

/** @param {string[][]} rows */
function toColumns(rows) {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', text = '']) => `  ${name.padEnd(width)}  ${text}`);
}
