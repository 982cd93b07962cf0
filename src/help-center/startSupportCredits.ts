import { buildBridge } from './bridge/buildBridge';
import { followKnown } from './bridge/followKnown';
import { showMyCredits } from './my-credits/showMyCredits';
import { addStyles } from './page/addStyles';
import { hasRequestForm } from './request-form/findRequestForm';
import { watchRequestForm } from './request-form/watchRequestForm';
import { createSpeech } from './words/createSpeech';

/** Where the bridge is, and how to ask. */
export type StartOptions = { bridgeUrl: string; fetch: typeof fetch };

/** An element of the theme that has this attribute gets the section «My credits». */
const MY_CREDITS = '[data-support-credits]';

/**
 * Adds to a page of the help center what the client has to know, and never harms it: whatever is missing or fails, the page
 * stays as it was and every form can be sent. On pages without a request form and without a place for the section nothing is
 * asked of anybody, and a second line in the theme adds nothing. Returns how to stop asking and following the form.
 */
export function startSupportCredits(options: StartOptions): () => void {
  try {
    const place = document.querySelector<HTMLElement>(MY_CREDITS);
    const isOnForm = hasRequestForm();
    if ((place === null && !isOnForm) || !addStyles()) return doNothing;
    const speech = createSpeech(document.documentElement.lang);
    const bridge = buildBridge(options);
    const form = isOnForm ? watchRequestForm(speech) : undefined;
    const section = place === null ? undefined : showMyCredits(place, bridge, speech);
    const stopAsking = followKnown(bridge, (known) => {
      form?.hear(known);
      section?.(known);
    });
    return () => {
      stopAsking();
      form?.stop();
    };
  } catch {
    // A help center without this script is better than one that it broke.
    return doNothing;
  }
}

function doNothing(): void {}
