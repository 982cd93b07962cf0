import type { BillmanagerOptions } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { toError, toList } from './scriptedPanel';
import type { PanelCall, ScriptedPanel } from './scriptedPanel';
import { startScriptedSource } from './startScriptedSource';

type Answers = Record<string, unknown>;

let panel: ScriptedPanel | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

const GOOD: Answers = {
  account: toList([{ id: '7', name: 'Example GmbH' }]),
  payment: toList([]),
  expense: toList([]),
  paidsupport: toList([]),
  hostingpartner: toList([]),
};

const start = async (...script: Parameters<typeof startScriptedSource>) => {
  const started = await startScriptedSource(...script);
  panel = started.panel;
  return started.source;
};

/** The facts of account 7 from a panel that answers as given, and well where nothing is given. */
const readFacts = async (answers: Answers, options?: Partial<BillmanagerOptions>) => {
  const said: Answers = { ...GOOD, ...answers };
  const billing = await start(({ func = '' }) => said[func] ?? toError('access'), options);
  const facts = await billing.readAccountFacts('7');
  if (facts === undefined) throw new Error('expected an account');
  return facts;
};

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AdapterError ? [error.code, error.retry] : error),
  );

describe('partners', () => {
  it('are unknown, not nobody, when the right to their contracts is lost, and the key of the policy is named', async () => {
    const reading = readFacts({ hostingpartner: toError('access') });
    await expect(reading).rejects.toThrow('billing.hasPartnerContracts');
    expect(await codeOf(reading)).toEqual(['billing_unauthorized', false]);
  });

  it('are nobody by contract, and are not asked for, where the policy says that there are none', async () => {
    const answers = { hostingpartner: toError('access') };
    const facts = await readFacts(answers, { billing: { hasPartnerContracts: false } });
    expect(facts.partnerLevel).toBeUndefined();
    expect(panel?.calls.map(({ params }) => params['func'])).not.toContain('hostingpartner');
  });

  it.each([
    ['the form has no such field', { 'account.edit': { doc: { name: { $: 'Example GmbH' } } } }],
    ['the form is gone', { 'account.edit': toError('missed') }],
    [
      'the account stands in its form only',
      { account: toList([]), 'account.edit': { doc: { name: { $: 'Example GmbH' } } } },
    ],
  ])('are unknown, not nobody, when groups are to be read and %s', async (_why, answers) => {
    const reading = readFacts(answers, { billing: { partnerGroupIds: ['5'] } });
    await expect(reading).rejects.toThrow('billing.columns.accountGroups');
    expect(await codeOf(reading)).toEqual(['billing_unexpected_answer', false]);
  });

  it('are not among those whose form leaves the empty field out and keeps its choices', async () => {
    const form = { doc: { slist: [{ $name: 'accountgroup', val: [{ $key: '5', $: 'Resellers' }] }] } };
    const facts = await readFacts({ 'account.edit': form }, { billing: { partnerGroupIds: ['5'] } });
    expect(facts.partnerLevel).toBeUndefined();
  });

  it('are found through the form where the list names no account', async () => {
    const facts = await readFacts({
      hostingpartner: toList([{ id: '3', name: 'Example GmbH', level: 'Gold' }]),
      'hostingpartner.edit': { doc: { elid: { $: '3' }, account: { $: '7' } } },
    });
    expect(facts.partnerLevel).toBe('Gold');
  });

  it.each([
    [
      'in a column of the list',
      { account: toList([{ id: '7', name: 'Example GmbH', accountgroup: '4, 5' }]) },
    ],
    ['in the form only', { 'account.edit': { doc: { accountgroup: [{ $: '4' }, { $: '5' }] } } }],
  ])('are those in a group of the policy too, %s', async (_where, answers) => {
    const inGroups = (partnerGroupIds: string[]) => readFacts(answers, { billing: { partnerGroupIds } });
    expect((await inGroups(['5', '9'])).partnerLevel).toBe('group 5');
    await panel?.close();
    expect((await inGroups(['45'])).partnerLevel).toBeUndefined();
  });

  it('have the level of their contract, also when they are in a group', async () => {
    const answers = {
      account: toList([{ id: '7', name: 'Example GmbH', accountgroup: '5' }]),
      hostingpartner: toList([{ id: '3', account: '7', level: 'Gold' }]),
    };
    expect((await readFacts(answers, { billing: { partnerGroupIds: ['5'] } })).partnerLevel).toBe('Gold');
  });

  it('are partners without a level too', async () => {
    const facts = await readFacts({ hostingpartner: toList([{ id: '3', account: '7', level: '' }]) });
    expect(facts.partnerLevel).toBe('partner');
  });

  it('are unknown, not nobody, when billing fails for another reason', async () => {
    expect(await codeOf(readFacts({ hostingpartner: toError('license') }))).toEqual(['billing_error', true]);
  });
});

describe('contracts that name no account', () => {
  const COUNT = 60;
  const contracts = Array.from({ length: COUNT }, (_, index) => ({ id: `${index + 1}`, level: 'Gold' }));
  const isForm = ({ params }: PanelCall) => params['func'] === 'hostingpartner.edit';
  const countForms = () => panel?.calls.filter(isForm).length;

  /** A panel of three accounts, whose contract 60 is that of account 7; what `failsOn` names is not shown at first. */
  const startPanel = async (failsOn?: string) => {
    let time = Date.parse('2026-11-22T10:00:00Z');
    let isFailing = true;
    const billing = await start(
      ({ func = '', id, elid }) => {
        if (func === 'account') return toList([{ id: id ?? '', name: 'Example GmbH' }]);
        if (func === 'hostingpartner') return toList(contracts);
        if (func !== 'hostingpartner.edit') return toList([]);
        if (isFailing && elid === failsOn) return toError('license');
        return { doc: { account: { $: elid === String(COUNT) ? '7' : `1000${elid}` } } };
      },
      { clock: { now: () => new Date(time) } },
    );
    return { billing, mend: () => (isFailing = false), advance: (ms: number) => (time += ms) };
  };

  it('are found however many there are, and their forms are opened once an hour for all clients', async () => {
    const { billing, advance } = await startPanel();
    const levels = await Promise.all(
      ['7', '8', '9'].map(async (id) => (await billing.readAccountFacts(id))?.partnerLevel),
    );
    expect(levels).toEqual(['Gold', undefined, undefined]);
    expect(countForms()).toBe(COUNT);
    advance(3_599_999);
    expect((await billing.readAccountFacts('7'))?.partnerLevel).toBe('Gold');
    expect(countForms()).toBe(COUNT);
    advance(1);
    await billing.readAccountFacts('8');
    expect(countForms()).toBe(2 * COUNT);
  });

  it('fail a reading whose form fails, and the next one opens what is left', async () => {
    const { billing, mend } = await startPanel('31');
    expect(await codeOf(billing.readAccountFacts('7'))).toEqual(['billing_error', true]);
    expect(countForms()).toBe(31);
    mend();
    expect((await billing.readAccountFacts('7'))?.partnerLevel).toBe('Gold');
    expect(countForms()).toBe(COUNT + 1);
  });
});
