/** What can be said of every step: each code with the holes of its sentence, which stands in `translations/*.json`. */
export const COMMON_SAYINGS = {
  not_looked_at: ['after'],
  not_in_time: [],
  could_not_mend: [],
} as const;
