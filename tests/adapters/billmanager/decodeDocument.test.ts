import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import type { Decoded } from '../../../src/adapters/billmanager/decodeDocument';
import errorAuth from '../../fixtures/billmanager/errorAuth.json';
import form from '../../fixtures/billmanager/form.json';
import paymentList from '../../fixtures/billmanager/paymentList.json';
import saved from '../../fixtures/billmanager/saved.json';

const decode = (document: unknown) => decodeDocument(JSON.stringify(document), 'payment');

function decodeAnswer(document: unknown): Decoded & { kind: 'answer' } {
  const decoded = decode(document);
  if (decoded.kind !== 'answer') throw new Error('expected an answer');
  return decoded;
}

describe('decodeDocument', () => {
  it('reads the list of the reference, preferring the code to the translated word', () => {
    const { rows, fields, isList } = decodeAnswer(paymentList);
    expect(isList).toBe(true);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.get('id')).toBe('1041');
    expect(rows[0]?.get('subaccountamount_iso')).toBe('120.00 EUR');
    expect(rows[0]?.get('status')).toBe('4');
    expect(fields.get('p_elems')).toBe('1');
    expect(fields.get('$func')).toBe('payment');
  });

  it('reads one bare row as it reads an array of one', () => {
    const bare = structuredClone(paymentList) as { doc: { elem: unknown } };
    bare.doc.elem = paymentList.doc.elem[0];
    expect(decodeAnswer(bare).rows).toEqual(decodeAnswer(paymentList).rows);
  });

  it('reads a list without rows, which has no elem at all', () => {
    const empty: { doc: { elem?: unknown } } = structuredClone(paymentList);
    delete empty.doc.elem;
    const decoded = decodeAnswer(empty);
    expect([decoded.rows, decoded.isList]).toEqual([[], true]);
  });

  it('reads the form of the reference, which is no list', () => {
    const { fields, isList } = decodeAnswer(form);
    expect([fields.get('elid'), fields.get('client_department'), isList]).toEqual(['77', '28', false]);
  });

  it('reads an empty column, an empty text and a nested node as nothing', () => {
    const { fields } = decodeAnswer({
      doc: { a: {}, b: { $: '' }, c: { d: { $: 'x' } }, e: [{ $: 'y' }], f: null },
    });
    expect([...fields.keys()]).toEqual([]);
  });

  it('does not take the success of an action for a list', () => {
    expect(decodeAnswer(saved).isList).toBe(false);
  });

  it('keeps columns apart from the names of object prototypes', () => {
    const text = '{"doc":{"elem":[{"__proto__":{"$":"1"},"constructor":{"$":"2"}}]}}';
    const decoded = decodeDocument(text, 'user');
    const row = decoded.kind === 'answer' ? decoded.rows[0] : undefined;
    expect([row?.get('__proto__'), row?.get('constructor'), row?.get('toString')]).toEqual([
      '1',
      '2',
      undefined,
    ]);
  });

  it('gives the error of the reference its type', () => {
    expect(decode(errorAuth)).toEqual({ kind: 'error', type: 'auth', object: 'badpassword' });
  });

  it('reads an error without a type, or with a list of messages, as an error', () => {
    expect(decode({ doc: { error: { msg: [{ $: 'a' }, { $: 'b' }] } } })).toMatchObject({ type: 'unknown' });
  });

  it.each([
    ['a login page', '<!doctype html><html lang="en"><form></form></html>'],
    ['nothing', ''],
    ['a list', '[1]'],
    ['a word', '"doc"'],
    ['null', 'null'],
    ['a document of another kind', '{"doc":"ok"}'],
    ['the flat notation', '{"elem":[],"p_elems":"0"}'],
  ])('refuses %s and says that asking again may help', (_name, text) => {
    expect(() => decodeDocument(text, 'payment')).toThrow(
      expect.objectContaining({ code: 'billing_unexpected_answer', retry: true }),
    );
  });

  it('tells a document that breaks off from anything else', () => {
    const text = JSON.stringify(paymentList).slice(0, 200);
    expect(() => decodeDocument(text, 'payment')).toThrow(
      expect.objectContaining({ code: 'billing_truncated', retry: true }),
    );
  });

  it('names the function and nothing of the contents', () => {
    expect(() => decodeDocument('{"doc": secret', 'expense')).toThrow(/^(?=.*func=expense)(?!.*secret)/);
  });
});
