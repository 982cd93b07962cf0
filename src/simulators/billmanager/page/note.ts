import { escapeHtml } from './html';

/** A sentence for the person who pressed a button: what was done, or why it could not be. */
export type Note = { text: string; isRefusal: boolean; accountId?: string };

/** What the last button did, or why it could not. */
export function renderNote(note: Note): string {
  const kind = note.isRefusal ? 'note refusal' : 'note';
  return `<p class="${kind}" role="status">${escapeHtml(note.text)}</p>`;
}
