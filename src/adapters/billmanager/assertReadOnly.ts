import { assert } from '../../domain/result';

/** A list (`expense`), the form behind a row (`user.edit`), what a list is filtered by, or details for reading. */
const READING = /^[a-z_]+(\.(edit|filter|info))?$/;

/**
 * What makes a form write (`sok`, `clicked_button`; billmanager.md 1.1), acts as somebody else (`su`), or is ours to set:
 * who asks, and how it is answered.
 */
const RESERVED = [
  'sok',
  'clicked_button',
  'su',
  'func',
  'out',
  'lang',
  'auth',
  'authinfo',
  'username',
  'password',
];

/**
 * Asserts that a call reads: billing is never written, and a reading is repeated when the way is disturbed, which a
 * write must never be (billmanager.md 1.4). Functions such as `payment.delete` write without `sok` too.
 */
export function assertReadOnly(func: string, params: Record<string, string>): void {
  assert(READING.test(func), `func=${func} of billing is one that reads`);
  const reserved = RESERVED.filter((name) => Object.hasOwn(params, name));
  assert(reserved.length === 0, `func=${func} of billing is asked without ${reserved.join(', ')}`);
}
