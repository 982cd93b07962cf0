import { buildBillmanagerSource } from '../../../../src/adapters/billmanager/buildBillmanagerSource';
import { AdapterError } from '../../../../src/use-cases/ports/AdapterError';
import { buildTestPanel } from '../askPanel';
import { buildFixedClock, buildRecordedLog } from '../recordedLog';

/** Where a conversation is held: at the simulated panel to record it, at its recording to replay it. */
export type Stage = { url: string; endSessions(): void };

const AUTHINFO = 'support-bridge:playground';

/** A session that is used, refused for a right, ended by the panel and made anew; what was read on the way. */
export async function holdSessionLife({ url, endSessions }: Stage) {
  const { ask } = buildTestPanel({ baseUrl: url, login: 'session', authinfo: AUTHINFO });
  const readPage = (p_num: string) => ask('user', { filter: 'on', email: 'client.test', p_cnt: '4', p_num });
  const pages = [await readPage('1'), await readPage('2')];
  const form = await ask('user.edit', { elid: '5001' });
  const denied = await ask('no_such_function');
  endSessions();
  const partners = await ask('hostingpartner');
  const missed: unknown = await ask('account.edit', { elid: '999999' }).catch((error: unknown) => error);
  return {
    emails: pages.map((page) => page?.rows.map((row) => row.get('email'))),
    total: pages[0]?.fields.get('p_elems'),
    form: [form?.isList, form?.fields.get('account'), form?.fields.get('phone')],
    denied,
    partners: partners?.rows.map((row) => [row.get('account'), row.get('level')]),
    missed: missed instanceof AdapterError ? missed.code : missed,
  };
}

/** Who a client is and what billing knows of two of them, through the port. */
export async function holdClientFacts({ url }: Stage) {
  const billing = buildBillmanagerSource({
    baseUrl: url,
    authinfo: AUTHINFO,
    logger: buildRecordedLog(),
    // Later than anything that is recorded.
    clock: buildFixedClock('2030-01-01T00:00:00.000Z'),
    random: () => 0,
  });
  const client = await billing.readClient('Credits@client.test');
  const partner = await billing.readClient('partner@client.test');
  const several = await billing.readClient('two@client.test');
  const facts = await billing.readAccountFacts(client.kind === 'one' ? client.billingAccountId : '');
  const partnerFacts = await billing.readAccountFacts(partner.kind === 'one' ? partner.billingAccountId : '');
  const nobody = await billing.readAccountFacts('999999');
  return { client, partner, several, facts, partnerFacts, nobody };
}
