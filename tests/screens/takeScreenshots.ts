import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../e2e/browser';
import { openSidebar, serveApp } from './openSidebar';
import { STATES } from './states';

const FOLDER = join(__dirname, '../../dist/screenshots/sidebar');
const WIDTH_PX = 320;

/** `npm run screenshots [-- STATE…]`: a picture of every state of the built sidebar, in both languages and colour schemes. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const states = STATES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser();
  let wide = 0;
  for (const locale of ['en', 'ru'])
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({
        viewport: { width: WIDTH_PX, height: 600 },
        deviceScaleFactor: 2,
        timezoneId: 'Europe/Moscow',
      });
      await serveApp(context);
      for (const { name, answers, act } of states) {
        const paths = { ...answers.paths, 'currentUser.locale': locale, colorScheme };
        const { page, frame } = await openSidebar(context, { ...answers, paths });
        await frame
          .locator(
            name === 'loading'
              ? '[role="status"]'
              : 'section, [role="alert"], [role="status"] div:not([aria-hidden])',
          )
          .first()
          .waitFor({ state: 'attached' });
        await page.waitForTimeout(250);
        await act?.(frame);
        await page.waitForTimeout(350);
        const widthPx = await frame.evaluate(() => document.documentElement.scrollWidth);
        if (widthPx > WIDTH_PX) {
          wide += 1;
          console.error(`${name}, ${locale}, ${colorScheme}: ${widthPx} px wide`);
        }
        await page.screenshot({ path: join(FOLDER, `${name}-${locale}-${colorScheme}.png`), fullPage: true });
        await page.close();
      }
      await context.close();
    }
  await browser.close();
  console.log(`${states.length} states, 2 languages, 2 colour schemes: ${FOLDER}`);
  if (wide > 0) process.exitCode = 1;
}

void main();
