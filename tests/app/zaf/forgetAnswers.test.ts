import { forgetAnswers } from '../../../src/app/zaf/forgetAnswers';
import type { SdkClient } from '../../../src/app/zaf/sdkClient';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

/** Asks as the npm SDK does: by two handlers on its own client that it never takes away. */
function askAsSdk(this: SdkClient): Promise<unknown> {
  return new Promise((resolve, reject) => {
    this.on('request:1.done', resolve);
    this.on('request:1.fail', reject);
  });
}

describe('forgetAnswers', () => {
  it.each(['done', 'fail'])('leaves no handler behind when a request ends with %s', async (end) => {
    const zaf = createFakeZaf(buildView());
    const asked = forgetAnswers(Object.assign(zaf.client, { request: askAsSdk })).request({
      url: '/',
      type: 'GET',
    });
    expect(zaf.handlerCount()).toBe(2);
    zaf.fire(`request:1.${end}`, 'answer');
    expect(await asked.catch((failure: unknown) => failure)).toBe('answer');
    expect(zaf.handlerCount()).toBe(0);
  });
});
