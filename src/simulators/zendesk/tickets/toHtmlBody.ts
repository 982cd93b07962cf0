const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The body of a comment as Zendesk renders plain text: escaped, in one block, with line breaks. */
export function toHtmlBody(body: string): string {
  const escaped = body.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  return `<div class="zd-comment" dir="auto"><p dir="auto">${escaped.replace(/\r?\n/g, '<br>')}</p></div>`;
}
