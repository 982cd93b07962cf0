import { element } from './element';

export type ToastKind = 'notice' | 'alert' | 'error';

const DEFAULT_DURATION_MS = 5000;

/** Shows a sentence over the page for a while; it can be closed before. */
export function showToast(text: string, kind: ToastKind = 'notice', durationMs = DEFAULT_DURATION_MS): void {
  const toast = element('div', { class: `toast ${kind}` }, element('p', {}, text));
  const close = () => {
    toast.remove();
  };
  toast.append(element('button', { type: 'button', 'aria-label': 'Close', click: close }, '×'));
  findToasts().append(toast);
  setTimeout(close, durationMs);
}

/** One place for all of them that is there from the first, so that screen readers hear what comes into it. */
function findToasts(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.toasts');
  if (found) return found;
  const made = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  document.body.append(made);
  return made;
}
