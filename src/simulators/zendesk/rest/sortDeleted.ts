import type { SimTicket } from '../entities/SimTicket';

/** Deleted tickets as `sort_by` (`id`, `subject` or `deleted_at`) and `sort_order` ask; by id, upwards, without them. */
export function sortDeleted(
  tickets: readonly SimTicket[],
  { sort_by: by, sort_order: order }: { sort_by?: string; sort_order?: string },
): SimTicket[] {
  const compare = (one: SimTicket, other: SimTicket): number => {
    if (by === 'subject') return one.subject.localeCompare(other.subject);
    if (by === 'deleted_at') return (one.deletion?.at ?? '').localeCompare(other.deletion?.at ?? '');
    return one.id - other.id;
  };
  const sorted = [...tickets].sort((one, other) => compare(one, other) || one.id - other.id);
  return order === 'desc' ? sorted.reverse() : sorted;
}
