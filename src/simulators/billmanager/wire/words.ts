import type { FunctionCall } from '../functions/billingFunction';
import type { Column } from './columns';

/** The languages the panel speaks; any other `lang` gets English. */
export type Lang = 'en' | 'ru';

/** What a code is called, in each language. */
export type Words = Readonly<Record<string, Readonly<Record<Lang, string>>>>;

/** The language a caller asked for. */
export function readLang(params: Record<string, string>): Lang {
  return params['lang'] === 'ru' ? 'ru' : 'en';
}

/** A code with its word in the language of the call (billmanager.md 1.2); a code without a word shows itself. */
export function toTranslatedColumn(call: FunctionCall, code: string, words: Words): Column {
  return { $orig: code, $: words[code]?.[readLang(call.params)] ?? code };
}
