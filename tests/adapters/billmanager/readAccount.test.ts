import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildFixedClock, buildRecordedLog } from './recordedLog';
import { startScriptedPanel, toError, toList } from './scriptedPanel';
import type { ScriptedPanel } from './scriptedPanel';

let panel: ScriptedPanel;
afterEach(() => panel.close());

/** The facts of account 7, whose lists are empty where nothing else is said. */
const readIt = async (answers: Record<string, unknown>) => {
  const said: Record<string, unknown> = {
    expense: toList([]),
    payment: toList([]),
    paidsupport: toList([]),
    hostingpartner: toList([]),
    ...answers,
  };
  panel = await startScriptedPanel(({ func = '' }) => said[func] ?? toError('access'));
  const billing = buildBillmanagerSource({
    baseUrl: panel.url,
    authinfo: 'bridge:password',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
  });
  return billing.readAccountFacts('7');
};

describe('the account itself', () => {
  it.each([
    ['is refused as missing', toError('missed')],
    ['comes back without a name', { doc: { elid: { $: '7' } } }],
  ])('does not exist when it is in no list and its form %s', async (_how, form) => {
    expect(await readIt({ account: toList([]), 'account.edit': form })).toBeUndefined();
    const asked = panel.calls.map(({ params }) => params['func']);
    expect(asked.slice(0, 2)).toEqual(['account', 'account.edit']);
  });

  it('exists when the list hides it and its form knows it', async () => {
    const form = { doc: { elid: { $: '7' }, name: { $: 'Example GmbH' } } };
    const facts = await readIt({ account: toList([{ id: '77', name: 'Other' }]), 'account.edit': form });
    expect(facts?.accountName).toBe('Example GmbH');
  });

  it('goes by its id where the list has no name for it', async () => {
    expect((await readIt({ account: toList([{ id: '7', name: '' }]) }))?.accountName).toBe('7');
  });

  it('is not taken for gone when its form cannot be read', async () => {
    const error: unknown = await readIt({ account: toList([]) }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AdapterError);
    expect(error).toMatchObject({ code: 'billing_unauthorized', retry: false });
  });
});
