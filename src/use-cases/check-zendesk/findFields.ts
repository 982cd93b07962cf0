import type { SeenField, WantedSetup } from '../ports/deskInspection';

type WantedField = WantedSetup['ticketFields'][number];

/** A field that the app asks for, and the fields that stand for it: active ones first, then those that offer most of it. */
export type FoundField = { wanted: WantedField; candidates: SeenField[] };

/**
 * Fields are known by the values that they offer, whatever they are called: people rename them, and a value belongs to one
 * dropdown only. A field that offers a single value of ours already is the one. A field for text is known by its pattern.
 */
export function findFields(wanted: readonly WantedField[], seen: readonly SeenField[]): FoundField[] {
  return wanted.map((field) => ({
    wanted: field,
    candidates: seen
      .filter((one) => standsFor(field, one))
      .sort(
        (one, other) =>
          Number(other.isActive) - Number(one.isActive) ||
          countCommon(field, other) - countCommon(field, one),
      ),
  }));
}

function standsFor(wanted: WantedField, seen: SeenField): boolean {
  return wanted.pattern === undefined ? countCommon(wanted, seen) > 0 : seen.pattern === wanted.pattern;
}

function countCommon(wanted: WantedField, seen: SeenField): number {
  return wanted.options.filter(({ value }) => seen.options.some((option) => option.value === value)).length;
}

/** Ids of the fields by the identifiers of the app. */
export function toFieldIds(found: readonly FoundField[]): Map<string, string> {
  return new Map(
    found.flatMap(({ wanted, candidates: [first] }) =>
      first === undefined ? [] : [[wanted.identifier, first.id]],
    ),
  );
}
