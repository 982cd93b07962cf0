import { buildCollection } from '../../../src/simulators/zendesk/world/Collection';

type Item = { id: number; owner: string | null };

describe('a collection with an index', () => {
  const build = () =>
    buildCollection<number, Item, 'owner'>(() => undefined, { owner: ({ owner }) => owner });
  const idsOf = (items: Item[]) => items.map(({ id }) => id);

  it('finds items by their value, in the order in which they got it', () => {
    const items = build();
    items.put({ id: 2, owner: 'a' });
    items.put({ id: 1, owner: 'a' });
    items.put({ id: 3, owner: null });
    expect(idsOf(items.by('owner', 'a'))).toEqual([2, 1]);
    items.put({ id: 2, owner: 'a' });
    expect(idsOf(items.by('owner', 'a'))).toEqual([2, 1]);
  });

  it('follows an item whose value changes, even when it was changed in its place', () => {
    const items = build();
    const item = items.put({ id: 1, owner: 'a' });
    item.owner = 'b';
    items.put(item);
    expect(items.by('owner', 'a')).toEqual([]);
    expect(idsOf(items.by('owner', 'b'))).toEqual([1]);
    items.put({ id: 1, owner: null });
    expect(items.by('owner', 'b')).toEqual([]);
  });

  it('forgets what is taken out, one by one or all at once', () => {
    const items = build();
    items.put({ id: 1, owner: 'a' });
    items.put({ id: 2, owner: 'a' });
    items.remove(1);
    expect(idsOf(items.by('owner', 'a'))).toEqual([2]);
    items.replaceAll([{ id: 3, owner: 'a' }]);
    expect(idsOf(items.by('owner', 'a'))).toEqual([3]);
  });

  it('answers a list of its own, that may be changed', () => {
    const items = build();
    items.put({ id: 1, owner: 'a' });
    items.by('owner', 'a').pop();
    expect(idsOf(items.by('owner', 'a'))).toEqual([1]);
  });
});
