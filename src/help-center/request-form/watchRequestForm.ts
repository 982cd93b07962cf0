import type { Hear } from '../bridge/followKnown';
import type { Known } from '../bridge/readKnown';
import { element } from '../page/element';
import { offer } from '../page/offer';
import type { Speech } from '../words/createSpeech';
import { findRequestForm } from './findRequestForm';
import { placeNotice } from './placeNotice';
import { readChoice } from './readChoice';
import { toNotice } from './toNotice';

/**
 * Shows under the form what the client has to know, and follows each choice. It listens and never stands between the form and
 * its sending. The notice is a live region that is on the page before it says anything: screen readers read it out, and the
 * focus stays where it is. A change of the ticket form loads the page anew, and this with it. Returns what
 * takes the news of the client, and how to stop.
 */
export function watchRequestForm(speech: Speech): { hear: Hear; stop: () => void } {
  const notice = element('div', { class: 'support-credits support-credits-notice', role: 'status' });
  let known: Known | undefined;
  let said = '';
  const update = (): void => {
    const form = findRequestForm();
    if (form === undefined) return;
    placeNotice(form, notice);
    if (known === undefined) return;
    const { lines, isOffering } = toNotice(readChoice(form), known, speech, Date.now());
    if (lines.join() === said) return;
    said = lines.join();
    const packs = isOffering && known.rules !== undefined ? offer(known.rules, speech) : [];
    notice.replaceChildren(...lines.map((line) => element('p', {}, line)), ...packs);
  };
  const updateSafely = (): void => {
    try {
      update();
    } catch {
      // The form is the theme's: whatever is different there, it can be sent.
    }
  };
  // The theme's form writes choices into hidden inputs, which tell of no change.
  const observer = new MutationObserver(updateSafely);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['value'],
  });
  document.addEventListener('change', updateSafely);
  updateSafely();
  return {
    hear: (news) => {
      known = news;
      updateSafely();
    },
    stop: () => {
      observer.disconnect();
      document.removeEventListener('change', updateSafely);
    },
  };
}
