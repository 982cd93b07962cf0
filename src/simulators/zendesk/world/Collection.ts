/** Things of one kind by their id, in the order in which they came. */
export type ReadCollection<Key, Item> = {
  get(id: Key): Item | undefined;
  all(): Item[];
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

/** An empty collection; `onChange` is called after each change. */
export function buildCollection<Key, Item extends { id: Key }>(onChange: () => void): Collection<Key, Item> {
  const items = new Map<Key, Item>();
  return {
    get: (id) => items.get(id),
    all: () => [...items.values()],
    find: (matches) => [...items.values()].find(matches),
    filter: (matches) => [...items.values()].filter(matches),
    put(item) {
      items.set(item.id, item);
      onChange();
      return item;
    },
    remove(id) {
      const wasThere = items.delete(id);
      onChange();
      return wasThere;
    },
    replaceAll(next) {
      items.clear();
      for (const item of next) items.set(item.id, item);
      onChange();
    },
  };
}
