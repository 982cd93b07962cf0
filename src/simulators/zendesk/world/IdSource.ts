/** Where the counters stand; part of the snapshot, and carried over a reset. */
export type IdCounters = { ticket: number; other: number };

/** Gives ids that were never given before, not even before a reset. */
export type IdSource = {
  /** From 1, as the tickets of an account are counted. */
  nextTicketId(): number;
  /** Large, above 2^31 and below 2^53, like the ids of everything but tickets. */
  nextId(): number;
  /** 26 characters like a ULID, the form of webhook and invocation ids. */
  nextUlid(): string;
  counters(): IdCounters;
  restore(counters: IdCounters): void;
};

const FIRST_OTHER_ID = 40_610_275_000_000;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ULID_LENGTH = 26;

export function buildIdSource(onChange: () => void): IdSource {
  let counters: IdCounters = { ticket: 0, other: FIRST_OTHER_ID };
  const nextId = () => {
    counters.other += 1;
    onChange();
    return counters.other;
  };
  return {
    nextTicketId() {
      counters.ticket += 1;
      onChange();
      return counters.ticket;
    },
    nextId,
    nextUlid: () => toUlid(nextId()),
    counters: () => ({ ...counters }),
    restore(saved) {
      counters = { ...saved };
    },
  };
}

function toUlid(number: number): string {
  let rest = number;
  let text = '';
  while (rest > 0) {
    text = CROCKFORD.charAt(rest % CROCKFORD.length) + text;
    rest = Math.floor(rest / CROCKFORD.length);
  }
  return `01${text.padStart(ULID_LENGTH - 2, '0')}`;
}
