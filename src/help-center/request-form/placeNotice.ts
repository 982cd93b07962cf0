/**
 * Keeps the notice before the button that sends, where it is met last by eye and by keyboard. It is added to what the theme's
 * React draws and touches none of it; when the form is drawn anew, the next change puts it back.
 */
export function placeNotice(form: HTMLFormElement, notice: HTMLElement): void {
  let row: Element | null = form.querySelector('[type="submit"]');
  while (row !== null && row.parentElement !== form) row = row.parentElement;
  const isThere = notice.parentElement === form && (row === null || notice.nextElementSibling === row);
  if (!isThere) form.insertBefore(notice, row);
}
