import type { Locator, Page } from 'playwright-core';

/** Nothing on these pages is further away. */
const MAX_TABS = 40;

/** Whether the keyboard is here now. */
export const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes on by Tab until the keyboard is on `target`, as a reader would; fails when it is not met. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let count = 0; count < MAX_TABS; count += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(target)) return;
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

/** Chooses the option with this place, 1 being the first that says something, in a dropdown of either theme. */
export async function chooseByKeyboard(page: Page, dropdown: Locator, place: number): Promise<void> {
  await tabTo(page, dropdown);
  const isNative = await dropdown.evaluate((element) => element instanceof HTMLSelectElement);
  await page.keyboard.press(isNative ? 'Space' : 'ArrowDown');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
