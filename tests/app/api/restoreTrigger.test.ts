import axios, { AxiosError } from 'axios';
import { restoreTrigger } from '../../../src/app/api/admin/restoreTrigger';
import { MIXED_TRIGGERS } from '../buildTriggers';

const [, CHANGED] = MIXED_TRIGGERS.triggers;

describe('restoreTrigger', () => {
  it.each([
    [200, 'restored'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'gone'],
    [400, 'refused'],
    [422, 'refused'],
    [429, 'unreachable'],
    [500, 'unreachable'],
    [undefined, 'unreachable'],
  ])('takes %s for «%s», and never rejects', async (status, outcome) => {
    const zendesk = axios.create({
      adapter: async (config) => {
        const answer = { data: {}, statusText: '', headers: {}, config };
        if (status === 200) return { ...answer, status };
        const response = status === undefined ? undefined : { ...answer, status };
        throw new AxiosError('failed', AxiosError.ERR_NETWORK, config, undefined, response);
      },
    });
    expect(await restoreTrigger(zendesk, CHANGED!)).toBe(outcome);
  });
});
