import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What no line of a log may look like, whoever is meant. */
const SHAPES: [what: string, shape: RegExp][] = [
  ['an e-mail', /[\w.+-]+@[\w-]+(\.[\w-]+)+/],
  ['a JWT', /eyJ[\w-]+\.eyJ[\w-]+/],
  ['an authorization', /\b(Bearer|Basic) [\w.-]{8,}/],
  ['an access token', /\b[0-9a-f]{64}\b/],
  ['a statement of SQL', /\b(select|insert into|update|delete from)\b[^"]*\bsupport_credits\./i],
];

/** A name or text of fewer characters may stand in a line by chance. */
const SHORTEST = 6;

type Row = Record<string, unknown>;

/**
 * Fails when the log of the bridge holds a secret of the playground, an e-mail or a name of anybody in the simulated Zendesk or
 * BILLmanager, a text of a ticket, or what looks like a token; and when the database's log holds a secret or an e-mail.
 * `given` are secrets that a suite chose itself.
 */
export async function assertNoLeaks(dataDir: string, given: readonly string[]): Promise<void> {
  const kept = await readJson<Record<string, string>>(join(dataDir, 'playground.json'));
  const secrets = [...given, ...pick([kept], ...Object.keys(kept))];
  const people = await listPeople(join(dataDir, 'simulators'));
  const faults: string[] = [];
  for (const line of await readLines(join(dataDir, 'logs'), /^bridge.*\.log$/)) {
    const shape = SHAPES.find(([, each]) => each.test(line))?.[0];
    const held = [...secrets, ...people].some((each) => line.includes(each));
    if (shape !== undefined || held) faults.push(`${shape ?? 'a secret, a name or a text'}: ${line}`);
  }
  for (const folder of ['postgres', 'postgres-shadow']) {
    for (const line of await readLines(join(dataDir, folder), /^postgres.*\.log$/)) {
      if (secrets.some((each) => line.includes(each)) || /@(client|agent)\.test/.test(line))
        faults.push(line);
    }
  }
  if (faults.length > 0)
    throw new Error(`The logs tell what they must not:\n${faults.slice(0, 5).join('\n')}`);
}

/** E-mails, names and texts of everybody, from what the simulators keep. */
async function listPeople(folder: string): Promise<string[]> {
  const zendesk = await readJson<Record<string, Row[]>>(join(folder, 'zendesk.json'));
  const billing = await readJson<{ rows?: { accounts?: Row[]; users?: Row[] } }>(
    join(folder, 'billmanager.json'),
  );
  const texts = [
    ...pick(zendesk['users'], 'email', 'name'),
    ...pick(zendesk['tickets'], 'subject', 'description'),
    ...pick(zendesk['comments'], 'body'),
    ...pick(billing.rows?.accounts, 'name'),
    ...pick(billing.rows?.users, 'email', 'name'),
  ];
  return texts.filter((text) => text.length >= SHORTEST);
}

function pick(rows: Row[] = [], ...keys: string[]): string[] {
  return rows.flatMap((row) => keys.map((key) => row[key])).filter((value) => typeof value === 'string');
}

async function readLines(folder: string, name: RegExp): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const logs = files.filter((file) => name.test(file)).map((file) => readFile(join(folder, file), 'utf8'));
  return (await Promise.all(logs)).flatMap((text) => text.split('\n'));
}

/** A simulator that a suite does not start keeps nothing. */
async function readJson<Shape extends object>(path: string): Promise<Partial<Shape>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Shape;
  } catch {
    return {};
  }
}
