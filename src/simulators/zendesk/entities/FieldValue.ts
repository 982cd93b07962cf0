/** What a custom field of a ticket holds; null when empty. Dropdowns hold the option's value (its tag). */
export type FieldValue = string | number | boolean | string[] | null;
