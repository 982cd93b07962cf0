import { buildIndex } from './buildIndex';
import type { Index, IndexValue } from './buildIndex';

/** Things of one kind by their id, in the order in which they came. */
export type ReadCollection<Key, Item> = {
  get(id: Key): Item | undefined;
  all(): Item[];
  size(): number;
  find(matches: (item: Item) => boolean): Item | undefined;
  filter(matches: (item: Item) => boolean): Item[];
};

export type Collection<Key, Item> = ReadCollection<Key, Item> & {
  /** Adds the item, or puts it in the place of the one with its id. */
  put(item: Item): Item;
  remove(id: Key): boolean;
  /** Takes everything out and puts these in. */
  replaceAll(items: Item[]): void;
};

/** A collection that also knows its items by some of their properties, without looking at each. */
export type IndexedCollection<Key, Item, Name extends string> = Collection<Key, Item> & {
  /** The items with this value of the property, in the order in which they got it. */
  by(name: Name, value: string | number): Item[];
};

/** An empty collection; `onChange` is called after each change, `indexes` tell what `by` finds items by. */
export function buildCollection<Key, Item extends { id: Key }, Name extends string = never>(
  onChange: () => void,
  indexes?: Record<Name, (item: Item) => IndexValue>,
): IndexedCollection<Key, Item, Name> {
  const items = new Map<Key, Item>();
  const known = new Map<string, Index<Key, Item>>();
  for (const [name, read] of Object.entries<(item: Item) => IndexValue>(indexes ?? {})) {
    known.set(name, buildIndex(read));
  }
  const set = (item: Item): void => {
    items.set(item.id, item);
    for (const index of known.values()) index.put(item);
  };
  return {
    get: (id) => items.get(id),
    all: () => [...items.values()],
    size: () => items.size,
    find: (matches) => [...items.values()].find(matches),
    filter: (matches) => [...items.values()].filter(matches),
    by: (name, value) => known.get(name)?.find(value) ?? [],
    put(item) {
      set(item);
      onChange();
      return item;
    },
    remove(id) {
      const wasThere = items.delete(id);
      for (const index of known.values()) index.remove(id);
      onChange();
      return wasThere;
    },
    replaceAll(next) {
      items.clear();
      for (const index of known.values()) index.clear();
      for (const item of next) set(item);
      onChange();
    },
  };
}
