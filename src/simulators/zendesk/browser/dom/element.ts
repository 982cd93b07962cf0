type Child = Node | string | false | undefined;
type Listener = (event: Event) => void;
/** Attributes by name; a function is a listener for the event of that name, `true` an attribute without a value. */
export type Attributes = Record<string, string | number | boolean | Listener | undefined>;

/** An element with attributes and children; texts go in as text, never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}
