import type { Frame } from 'playwright-core';

/** Presses the buttons of the ticket's actions with these places, one after the other; those that are hidden do not count. */
export const press =
  (...places: number[]) =>
  async (frame: Frame): Promise<void> => {
    for (const place of places) await frame.locator('[role="group"] button:visible').nth(place).click();
  };

/** Opens the part with this place from the end: 1 is the guide, 2 the packs, 3 the history. */
export const open =
  (fromEnd: number) =>
  async (frame: Frame): Promise<void> => {
    const part = frame.locator('section', { has: frame.locator('h2 button') }).nth(-fromEnd);
    await part.locator('h2 button').click();
    await part.locator('li').first().waitFor();
  };

/** Waits until a message says how an asking ended. */
export async function waitForNotice(frame: Frame): Promise<void> {
  await frame.locator('[role="status"]:not(:empty), [role="alert"]:not(:empty)').first().waitFor();
}
