/** Named texts of a row or form: columns under their names, attributes under `$name`. */
export type Row = {
  /**
   * The text under this name, the code in `$orig` before the translated word in `$`. Undefined when the column is absent
   * or empty, repeated, or holds something else than a text.
   */
  get(name: string): string | undefined;
};
