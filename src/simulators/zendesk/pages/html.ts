/** A piece of markup that is safe to send: everything that was put into it has been escaped. */
export type Html = { readonly markup: string };
type HtmlValue = Html | readonly Html[] | string | number | boolean | null | undefined;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Promises markup in which each value stands as text, in an element or in a quoted attribute; only other `Html` goes
 * in as it is. `true`, `false`, `null` and `undefined` leave nothing.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const markup = strings.reduce((done, part, index) => done + toMarkup(values[index - 1]) + part);
  return { markup };
}

/**
 * Data for the page's script, in an element that does not run: `<` is written as an escape of JSON, so that no text
 * in the data can end the element.
 */
export function toDataElement(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return { markup: `<script type="application/json" id="${toMarkup(id)}">${json}</script>` };
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined || value === null || typeof value === 'boolean') return '';
  if (typeof value === 'object') {
    return 'markup' in value ? value.markup : value.map((piece) => piece.markup).join('');
  }
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
