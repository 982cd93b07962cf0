import type { Collection } from '../world/Collection';

/** What every rule has that stands in an order. */
export type PlacedRule = {
  id: number;
  title: string;
  active: boolean;
  position: number;
  created_at: string;
  updated_at: string;
};

/** Puts the rule at this place, from 1; the others close up and make room, so that positions have no holes. */
export function moveRule<Rule extends PlacedRule>(
  rules: Collection<number, Rule>,
  id: number,
  position: number,
): void {
  const others = rules
    .all()
    .sort(compareRules())
    .map((rule) => rule.id);
  const order = others.filter((one) => one !== id);
  order.splice(Math.max(0, Math.trunc(position) - 1), 0, id);
  orderRules(rules, order);
}

/** Gives the rules this order; those that are not named keep theirs, behind. */
export function orderRules<Rule extends PlacedRule>(
  rules: Collection<number, Rule>,
  ids: readonly number[],
): void {
  const rest = rules
    .all()
    .sort(compareRules())
    .filter((rule) => !ids.includes(rule.id));
  const named = ids.flatMap((id) => rules.get(id) ?? []);
  [...named, ...rest].forEach((rule, index) => {
    if (rule.position !== index + 1) rules.put({ ...rule, position: index + 1 });
  });
}

/** By position, or by what `sort_by` names. */
export function compareRules(sortBy = 'position'): (one: PlacedRule, other: PlacedRule) => number {
  return (one, other) => {
    if (sortBy === 'alphabetical') return one.title.localeCompare(other.title);
    if (sortBy === 'created_at' || sortBy === 'updated_at') {
      return one[sortBy].localeCompare(other[sortBy]) || one.id - other.id;
    }
    return one.position - other.position || one.id - other.id;
  };
}
