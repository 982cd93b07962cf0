import { buildBlockI18n } from './buildBlockI18n';
import type { AdminTranslationKey } from './TranslationKey';

/** The words of the admin page. */
export const { BlockI18nProvider: AdminI18nProvider, useBlockI18n: useAdminI18n } =
  buildBlockI18n<AdminTranslationKey>('admin');

/** How the admin page speaks. */
export type AdminSpeech = ReturnType<typeof useAdminI18n>;
