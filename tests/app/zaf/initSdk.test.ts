import { initSdk } from '../../../src/app/zaf/initSdk';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

afterEach(() => {
  delete window.ZAFClient;
  window.history.replaceState(null, '', '/');
});

describe('initSdk', () => {
  it('finds no client outside Zendesk', () => {
    expect(initSdk()).toBeUndefined();
  });

  it('starts the bundled SDK when Zendesk opened the page', () => {
    window.history.replaceState(null, '', '/?origin=https%3A%2F%2Facme.zendesk.com&app_guid=G');
    expect(initSdk()).toHaveProperty('request');
  });

  it("takes the vendor's own SDK when the page has loaded it", () => {
    const { client } = createFakeZaf(buildView());
    window.ZAFClient = { init: () => client };
    expect(initSdk()).toBe(client);
  });
});
