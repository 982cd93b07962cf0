/** Text that is safe inside an element and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Fields of a form that nobody sees; empty ones are left out. */
export function renderHidden(fields: Record<string, string>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
}

/** A button that posts these fields to `/_control/act`; `label` is what a screen reader says instead of `text`. */
export function renderActButton(
  fields: Record<string, string>,
  button: { text: string; label?: string },
): string {
  const label = button.label === undefined ? '' : ` aria-label="${escapeHtml(button.label)}"`;
  return `<form method="post" action="/_control/act">${renderHidden(fields)}<button${label}>${escapeHtml(button.text)}</button></form>`;
}
