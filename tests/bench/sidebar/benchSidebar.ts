import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../e2e/browser';
import type { Bench } from '../bench';
import { buildReactAlone } from './buildReactAlone';
import { measureActions } from './measureActions';
import { measureFirstLook } from './measureFirstLook';
import { measureHeap } from './measureHeap';
import { measureReadings } from './measureReadings';

const ASSETS = join(__dirname, '../../../dist/app/assets');

/** What a first look in English loads before it shows the balance; everything else is asked for by a click. */
const FIRST_FILES = ['first.js', 'main.js', 'words-en.js'];

/** Measures the built sidebar (`npm run build` first) in headless Chromium beside a page with React alone. */
export const benchSidebar: Bench = async ({ isQuick, progress }) => {
  const files = await Promise.all(FIRST_FILES.map((name) => readFile(join(ASSETS, name))));
  const gzippedKb = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).byteLength, 0) / 1_000;
  const react = await buildReactAlone();
  const browser = await openBrowser();
  try {
    const runs = isQuick ? 3 : 15;
    const looks = [];
    for (const slowDown of [1, 4]) {
      progress(`time to the balance, CPU slowed down ${slowDown} times`);
      looks.push(...(await measureFirstLook({ browser, react, runs, slowDown })));
    }
    progress('heap after 200 tickets');
    const heap = await measureHeap(browser, isQuick ? 20 : 200);
    const readings = await measureReadings(browser, isQuick ? 20 : 200);
    progress('actions in the playground');
    const actions = await measureActions(browser, isQuick ? 2 : 12);
    return {
      server: undefined,
      figures: [
        {
          what: 'first load, gzip, SDK and words included',
          unit: 'KB',
          measured: gzippedKb,
          against: { what: 'React alone', measured: gzipSync(react, { level: 9 }).byteLength / 1_000 },
          target: { atMost: 95 },
          runs: 1,
        },
        ...looks,
        heap,
        readings,
        actions,
      ],
    };
  } finally {
    await browser.close();
  }
};
