import { isLine } from '../../domain/line/line';
import type { Line } from '../../domain/line/line';

/** What the client has chosen so far. */
export type Choice = { line: Line | undefined; topic: string | undefined };

/** The fields of an account, whatever their ids. In the theme's form the value of a dropdown is in a hidden input. */
const FIELD_NAME = /^request\[custom_fields\]/;

/** Reads the line and the topic from the form: they are known by their values, which are tags (design.md, section 4). */
export function readChoice(form: HTMLFormElement): Choice {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name],select[name]')];
  const values = fields.filter(({ name }) => FIELD_NAME.test(name)).map(({ value }) => value);
  return { line: values.find(isLine), topic: values.find((value) => /^topic_/.test(value)) };
}
