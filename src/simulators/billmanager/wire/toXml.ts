import type { WireNode } from './columns';

/**
 * The same tree as XML (billmanager.md 1.3): what is `$name` in JSON is an attribute, `$` the text of its element, and a
 * list repeats its element.
 */
export function toXml(document: WireNode): string {
  return Object.entries(document)
    .map(([name, node]) => toElements(name, node))
    .join('');
}

function toElements(name: string, node: WireNode[string]): string {
  if (Array.isArray(node)) return node.map((each) => toElements(name, each)).join('');
  if (typeof node === 'string') return `<${name}>${escapeXml(node)}</${name}>`;
  const entries = Object.entries(node);
  const attributes = entries.map(([key, value]) =>
    key.length > 1 && key.startsWith('$') && typeof value === 'string'
      ? ` ${key.slice(1)}="${escapeXml(value)}"`
      : '',
  );
  const text = typeof node['$'] === 'string' ? escapeXml(node['$']) : '';
  const children = entries.map(([key, value]) => (key.startsWith('$') ? '' : toElements(key, value)));
  const content = text + children.join('');
  const tag = name + attributes.join('');
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
