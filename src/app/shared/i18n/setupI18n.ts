import { buildBlockI18n } from './buildBlockI18n';
import type { SetupTranslationKey } from './TranslationKey';

/** The words of the tab with the setup, which the other tabs do not load. */
export const { BlockI18nProvider: SetupI18nProvider, useBlockI18n: useSetupI18n } =
  buildBlockI18n<SetupTranslationKey>('setup');
