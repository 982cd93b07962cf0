import { createInstance } from 'i18next';
import en from '../../../translations/en.json';
import { renderSaying } from '../../domain/setup/renderSaying';
import type { SayingWords } from '../../domain/setup/renderSaying';
import type { Saying } from '../../domain/setup/saying';
import type { FindingTexts } from '../../use-cases/ports/findingTexts';

/**
 * The sentences of findings at the host, in English, from the block `setup` of `translations/en.json`. A failure of the
 * outside is told by its own sentence, which names the call.
 */
export function buildFindingTexts(): FindingTexts {
  const words = buildWords();
  const render = (sayings: readonly Saying[]) =>
    sayings.map((saying) => saying.detail ?? renderSaying(saying, words)).join(' ');
  return {
    renderFinding: ({ found, change }) => ({
      found: render(found),
      change: change.length === 0 ? undefined : render(change),
    }),
  };
}

function buildWords(): SayingWords {
  const { said, join } = en.setup;
  const i18n = createInstance();
  // The resources are at hand, so this is done when it returns; nothing is loaded later.
  void i18n.init({
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: said } },
    // Titles and addresses are what people wrote: nothing in them is a placeholder.
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return { speak: (code, values) => i18n.t(code, values), nameStep: (step) => step, ...join };
}
