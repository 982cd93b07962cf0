import { decideLineAtSubmit } from '../../domain/line/decideLineAtSubmit';
import { isLine } from '../../domain/line/line';
import type { Line } from '../../domain/line/line';

/** What the client has chosen so far; who chose a topic alone gets the line that it leads to. */
export type Choice = { line: Line | undefined; topic: string | undefined };

/** The fields of an account, whatever their ids. In the theme's form the value of a dropdown is in a hidden input. */
const FIELD_NAME = /^request\[custom_fields\]/;

const TOPIC = /^topic_/;

/** Reads the line and the topic from the form: they are known by their values, which are tags (design.md, section 4). */
export function readChoice(form: HTMLFormElement): Choice {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name],select[name]')];
  const values = fields.filter(({ name }) => FIELD_NAME.test(name)).map(({ value }) => value);
  const topic = values.find((value) => TOPIC.test(value))?.replace(TOPIC, '');
  const chosen = values.find(isLine);
  // Who has chosen neither may still choose either.
  const isOpen = chosen === undefined && topic === undefined;
  return { line: isOpen ? undefined : decideLineAtSubmit({ channel: 'form', line: chosen, topic }), topic };
}
