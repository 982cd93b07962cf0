import type { Zaf } from './connectZaf';

/**
 * Puts a text behind what the agent has written, never in its place: `comment.appendText` of the framework. Rejects with
 * ZafError when the page has no editor for it.
 */
export async function appendToReply(zaf: Zaf, text: string): Promise<void> {
  const { 'comment.text': draft } = await zaf.get(['comment.text']);
  const isEmpty = typeof draft !== 'string' || draft.trim() === '';
  await zaf.invoke('comment.appendText', isEmpty ? text : `\n\n${text}`);
}
