import { showToast } from '../dom/showToast';
import { toSentence } from '../restClient';
import type { AppFrame } from '../zaf/mountApp';

/** Saves when the app agrees, and tells the app how that went (zendesk.md 2.3); a refusal of either is shown as it is. */
export async function submitWithApp(app: AppFrame | undefined, save: () => Promise<void>): Promise<void> {
  const veto = await app?.askBeforeSave();
  if (veto !== undefined) {
    showToast(veto === '' ? 'The app does not let this be saved.' : veto, 'error');
    return;
  }
  app?.emit('ticket.submit.start');
  try {
    await save();
    app?.emit('ticket.submit.done');
  } catch (error) {
    showToast(toSentence(error), 'error');
    app?.emit('ticket.submit.fail');
  }
  app?.emit('ticket.submit.always');
}
