import { toSentence } from '../restClient';
import { showToast } from './showToast';

/** Does something when the form is submitted. Meanwhile its buttons rest; a failure is shown as a sentence. */
export function actOnSubmit(form: HTMLFormElement, act: () => Promise<void> | void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void runAndTell([...form.querySelectorAll('button')], act);
  });
}

/** Does something with these buttons at rest; a failure is shown as a sentence. */
export async function runAndTell(
  buttons: readonly HTMLButtonElement[],
  act: () => Promise<void> | void,
): Promise<void> {
  for (const button of buttons) button.disabled = true;
  try {
    await act();
  } catch (error) {
    showToast(toSentence(error), 'error');
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}
