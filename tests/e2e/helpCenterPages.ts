import type { Locator, Page } from 'playwright-core';
import { chooseByKeyboard } from './help-center/keyboard';

/** What the script says under the form of a request. */
export const noticeOn = (page: Page): Locator => page.locator('.support-credits-notice');

/** Chooses technical support in the dropdown of the current theme, by keyboard alone. */
export const chooseTechByKeyboard = (page: Page): Promise<void> =>
  chooseByKeyboard(page, page.getByRole('combobox', { name: 'Who should answer' }), 2);

/** Waits on the page of «My credits» until the bridge has read the account in billing: it asks again by itself. */
export const seeCredits = (page: Page): Promise<void> => page.locator('.support-credits-figure').waitFor();

/** What a client reads on the page of a request under this title. */
export const readFact = (page: Page, title: string): Promise<string> =>
  page.locator('dt', { hasText: title }).locator('+ dd').innerText();
