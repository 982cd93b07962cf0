/** What items are found by; an item with null is found by nothing. */
export type IndexValue = string | number | null;

/** The items of a collection by one of their properties. */
export type Index<Key, Item> = {
  /** Takes the item in, or moves it to where it belongs now. */
  put(item: Item): void;
  remove(id: Key): void;
  clear(): void;
  /** The items with this value, in the order in which they got it. */
  find(value: IndexValue): Item[];
};

/** An empty index by what `read` tells of an item. */
export function buildIndex<Key, Item extends { id: Key }>(
  read: (item: Item) => IndexValue,
): Index<Key, Item> {
  const buckets = new Map<IndexValue, Map<Key, Item>>();
  // Kept apart from the items: one that was changed in its place would else never leave its old bucket.
  const values = new Map<Key, IndexValue>();
  const remove = (id: Key): void => {
    const value = values.get(id) ?? null;
    const bucket = buckets.get(value);
    values.delete(id);
    bucket?.delete(id);
    if (bucket?.size === 0) buckets.delete(value);
  };
  return {
    put(item) {
      const value = read(item);
      if (values.get(item.id) !== value) remove(item.id);
      if (value === null) return;
      const bucket = buckets.get(value) ?? new Map<Key, Item>();
      buckets.set(value, bucket.set(item.id, item));
      values.set(item.id, value);
    },
    remove,
    clear() {
      buckets.clear();
      values.clear();
    },
    find: (value) => [...(buckets.get(value)?.values() ?? [])],
  };
}
