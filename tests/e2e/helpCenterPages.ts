import type { Locator, Page } from 'playwright-core';
import { waitFor } from './zendeskAs';

/** What the script says under the form of a request. */
export const noticeOn = (page: Page): Locator => page.locator('.support-credits-notice');

/** Chooses technical support in the dropdown of the current theme, by keyboard alone. */
export async function chooseTechByKeyboard(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Who should answer' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
}

/** Opens the page of «My credits» again until the bridge has read the account in billing. */
export async function seeCredits(page: Page): Promise<void> {
  const section = page.locator('[data-support-credits]');
  await waitFor(
    async () => {
      await page.reload();
      await section.locator('[role=status]:not([aria-busy])').first().waitFor();
      return section.locator('.support-credits-figure').count();
    },
    (count) => count === 1,
  );
}
