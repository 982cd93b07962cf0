import { startPanel } from './startPanel';

describe('settings of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const ofOne = { filter: 'on', email: 'empty@client.test' };

  it('shows one row as a bare object, and several as an array', async () => {
    await panel.control('settings', { singleRowAsObject: true });
    expect((await panel.call('user', ofOne)).doc.elem).toMatchObject({ email: { $: 'empty@client.test' } });
    expect((await panel.call('user')).doc.elem?.length).toBeGreaterThan(2);
    expect((await panel.call('user', { filter: 'on', email: 'nobody' })).doc).not.toHaveProperty('elem');
  });

  it('leaves empty columns out instead of showing them as {}', async () => {
    expect((await panel.call('user', ofOne)).doc.elem?.[0]?.['phone']).toEqual({});
    await panel.control('settings', { omitsEmptyColumns: true });
    const [row] = (await panel.call('user', ofOne)).doc.elem ?? [];
    expect(row).not.toHaveProperty('phone');
    expect(row).toHaveProperty('email');
  });

  it('hides columns from lists, which forms still show', async () => {
    await panel.control('settings', { hiddenColumns: ['account'] });
    const [row] = (await panel.call('user', ofOne)).doc.elem ?? [];
    expect(row).not.toHaveProperty('account');
    const form = await panel.call('user.edit', { elid: row?.['id']?.$ ?? '' });
    expect(form.doc['account']).toEqual({ $: await formAccount() });
  });

  it('puts the message of an error into an array', async () => {
    await panel.control('settings', { errorMessageAsArray: true });
    const { error } = (await panel.call('nothing')).doc;
    expect(error?.msg).toEqual([{ $: 'Access to the function __value__ denied ' }]);
  });

  it('goes back to the usual with an empty object, and on reset', async () => {
    for (const [path, body] of [
      ['settings', {}],
      ['reset', undefined],
    ] as const) {
      await panel.control('settings', { deniedFunctions: ['user'] });
      expect((await panel.call('user')).doc.error).toBeDefined();
      await panel.control(path, body);
      expect((await panel.call('user')).doc.error).toBeUndefined();
    }
  });

  it.each([
    [[], 'JSON object'],
    [{ captcha: 'yes' }, '"captcha" wants true or false'],
    [{ totp: 123456 }, '"totp" wants six digits'],
    [{ authinfoFrom: '127.0.0.1' }, '"authinfoFrom" wants a list of texts'],
    [{ deniedFunctions: [1] }, '"deniedFunctions" wants'],
    [{ constructor: true }, '"constructor" is not a setting'],
  ])('refuses %j', async (body, sentence) => {
    const answer = await panel.control('settings', body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
  });

  const formAccount = async () => {
    await panel.control('settings', {});
    return panel.accountOf('empty@client.test');
  };
});
