import { renderHook } from '@testing-library/react';
import { connectZaf } from '../../../src/app/zaf/connectZaf';
import { useFrameHeight } from '../../../src/app/zaf/useFrameHeight';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

/** Lets a test say how tall the element has become. */
class TestObserver {
  static report: (heightPx: number) => void = () => undefined;

  constructor(callback: (entries: unknown[]) => void) {
    TestObserver.report = (heightPx) => callback([{ borderBoxSize: [{ blockSize: heightPx }] }]);
  }

  observe(): void {}
  disconnect(): void {
    TestObserver.report = () => undefined;
  }
}

describe('useFrameHeight', () => {
  const silent = window.ResizeObserver;
  beforeEach(() => Object.assign(window, { ResizeObserver: TestObserver }));
  afterEach(() => Object.assign(window, { ResizeObserver: silent }));

  const setUp = () => {
    const fake = createFakeZaf(buildView());
    const zaf = connectZaf(fake.client);
    const element = { current: document.createElement('main') };
    const { unmount } = renderHook(() => useFrameHeight(zaf, element));
    return { fake, unmount };
  };

  it('asks for each height once', () => {
    const { fake } = setUp();
    for (const heightPx of [420.2, 420.9, 421, 900, 0]) TestObserver.report(heightPx);
    expect(fake.invoked).toEqual([
      ['resize', { width: '100%', height: '421px' }],
      ['resize', { width: '100%', height: '900px' }],
    ]);
  });

  it('asks no more when the panel is gone', () => {
    const { fake, unmount } = setUp();
    unmount();
    TestObserver.report(300);
    expect(fake.invoked).toEqual([]);
  });
});
