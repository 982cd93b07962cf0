import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import type { Decoded } from '../../../src/adapters/billmanager/decodeDocument';
import { readChoices } from '../../../src/adapters/billmanager/document/readChoices';
import errorAuth from '../../fixtures/billmanager/errorAuth.json';
import errorInsufficientFunds from '../../fixtures/billmanager/errorInsufficientFunds.json';
import flatList from '../../fixtures/billmanager/flatList.json';
import form from '../../fixtures/billmanager/form.json';
import paymentList from '../../fixtures/billmanager/paymentList.json';
import saved from '../../fixtures/billmanager/saved.json';
import savedWithNextForm from '../../fixtures/billmanager/savedWithNextForm.json';
import secondFactor from '../../fixtures/billmanager/secondFactor.json';
import session from '../../fixtures/billmanager/session.json';

const decode = (document: unknown) => decodeDocument(JSON.stringify(document), 'payment');

const readFixture = (name: string) =>
  readFileSync(join(__dirname, '../../fixtures/billmanager', name), 'utf8');

function decodeAnswer(document: unknown): Decoded & { kind: 'answer' } {
  const decoded = decode(document);
  if (decoded.kind !== 'answer') throw new Error('expected an answer');
  return decoded;
}

describe('lists', () => {
  it('are read as in the reference, the code preferred to the translated word', () => {
    const { rows, fields, isList } = decodeAnswer(paymentList);
    expect(isList).toBe(true);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.get('id')).toBe('1041');
    expect(rows[0]?.get('subaccountamount_iso')).toBe('120.00 EUR');
    expect(rows[0]?.get('status')).toBe('4');
    expect(fields.get('p_elems')).toBe('1');
    expect(fields.get('$func')).toBe('payment');
    expect(fields.child('metadata')?.get('$key')).toBe('id');
  });

  it('are the same with one bare row as with an array of one', () => {
    const bare = structuredClone(paymentList) as { doc: { elem: unknown } };
    bare.doc.elem = paymentList.doc.elem[0];
    expect(decodeAnswer(bare).rows.map((row) => row.get('id'))).toEqual(['1041']);
  });

  it('without rows have no elem at all, or an empty one', () => {
    const empty: { doc: { elem?: unknown } } = structuredClone(paymentList);
    empty.doc.elem = {};
    expect([decodeAnswer(empty).rows, decodeAnswer(empty).isList]).toEqual([[], true]);
    delete empty.doc.elem;
    expect([decodeAnswer(empty).rows, decodeAnswer(empty).isList]).toEqual([[], true]);
  });
});

describe('scalars', () => {
  it('are nothing when empty, nested or repeated', () => {
    const { fields } = decodeAnswer({
      doc: { a: {}, b: { $: '' }, c: { d: { $: 'x' } }, e: [{ $: 'y' }, { $: 'z' }], f: null, g: { $: {} } },
    });
    expect([...'abcdefgh'].map((name) => fields.get(name))).toEqual([...'abcdefgh'].map(() => undefined));
  });

  it('are read one by one when they are repeated, as one when they are alone', () => {
    const { fields } = decodeAnswer({
      doc: { many: [{ $: '0' }, {}, { $: '3' }], one: { $: '4' }, of: [{ $: '5' }] },
    });
    expect(['many', 'one', 'of', 'none'].map((name) => fields.texts(name))).toEqual([
      ['0', '3'],
      ['4'],
      ['5'],
      [],
    ]);
    expect(fields.get('of')).toBe('5');
  });

  it('that came as whole numbers are their digits, and fractions nothing, because digits may be lost', () => {
    const { fields } = decodeAnswer({ doc: { p_elems: { $: 1000 }, amount: { $: 0.1 }, on: { $: true } } });
    expect(['p_elems', 'amount', 'on'].map((name) => fields.get(name))).toEqual([
      '1000',
      undefined,
      undefined,
    ]);
  });

  it('are kept apart from the names of object prototypes', () => {
    const text = '{"doc":{"elem":[{"__proto__":{"$":"1"},"constructor":{"$":"2"}}]}}';
    const decoded = decodeDocument(text, 'user');
    const row = decoded.kind === 'answer' ? decoded.rows[0] : undefined;
    expect(['__proto__', 'constructor', 'toString'].map((name) => row?.get(name))).toEqual([
      '1',
      '2',
      undefined,
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('forms and actions', () => {
  it('show the fields of a form, which is no list, and the entries of its select lists', () => {
    const { fields, isList, ok } = decodeAnswer(form);
    expect([fields.get('elid'), fields.get('client_department'), isList, ok]).toEqual([
      '77',
      '28',
      false,
      undefined,
    ]);
    expect(readChoices(fields, 'client_department')).toEqual([
      { key: '28', text: 'Technical support' },
      { key: '96', text: 'Customer care' },
    ]);
    expect(readChoices(fields, 'priority')).toEqual([]);
  });

  it('read a select list of one entry, which comes as bare objects', () => {
    const { fields } = decodeAnswer({ doc: { slist: { $name: 'level', val: { $key: '1', $: 'Gold' } } } });
    expect(readChoices(fields, 'level')).toEqual([{ key: '1', text: 'Gold' }]);
  });

  it('tell a success without words, which is no list, from one that names the next form', () => {
    expect(decodeAnswer(saved)).toMatchObject({ isList: false, ok: { type: undefined, text: undefined } });
    expect(decodeAnswer(savedWithNextForm).ok).toEqual({
      type: 'form',
      text: 'func=ticket.edit&elid=12&plid=77',
    });
    expect(decodeAnswer(secondFactor).ok).toEqual({ type: undefined, text: 'func=totp.confirm' });
    expect(decodeAnswer({ doc: { ok: 'https://bill.example.com/' } }).ok?.text).toBe(
      'https://bill.example.com/',
    );
  });

  it('show the session that a login made', () => {
    const auth = decodeAnswer(session).fields.child('auth');
    expect([auth?.get('$id'), auth?.get('$level'), auth?.get('$')]).toEqual([
      '3f1c9a5be0d84c21',
      '29',
      '3f1c9a5be0d84c21',
    ]);
  });
});

describe('errors', () => {
  it('have type, object and a sentence without the spaces at its end', () => {
    expect(decode(errorAuth)).toEqual({
      kind: 'error',
      type: 'auth',
      object: 'badpassword',
      message: 'Invalid username or password',
    });
  });

  it('fill placeholders by name and leave those that nothing fills', () => {
    expect(decode(errorInsufficientFunds)).toMatchObject({
      message:
        'insufficient funds to complete the operation. Required amount 30.00 EUR. Your current balance: 12.50 EUR, credit limit 0.00 EUR',
    });
    expect(
      decode({
        doc: { error: { msg: { $: '__what__ of __toString__' }, param: { $name: 'what', $: 'One' } } },
      }),
    ).toMatchObject({
      message: 'One of __toString__',
    });
  });

  it('may have several sentences, none but the details, or nothing at all', () => {
    expect(decode({ doc: { error: { msg: [{ $: 'One. ' }, { $: 'Two. ' }] } } })).toMatchObject({
      type: 'unknown',
      message: 'One. Two.',
    });
    expect(decode({ doc: { error: { $type: 'xml', detail: { $: 'Only this ' } } } })).toMatchObject({
      message: 'Only this',
    });
    expect(decode({ doc: { error: [] } })).toEqual({
      kind: 'error',
      type: 'unknown',
      object: undefined,
      message: '',
    });
  });

  it('stay short however much is said', () => {
    const error = { msg: { $: '__a__'.repeat(100_000) }, param: { $name: 'a', $: 'x'.repeat(1_000_000) } };
    const decoded = decode({ doc: { error } });
    expect(decoded.kind === 'error' && decoded.message.length).toBeLessThanOrEqual(200_000);
  });
});

describe('what is no document', () => {
  it.each([
    ['nothing', ''],
    ['a list', '[1]'],
    ['a word', '"doc"'],
    ['null', 'null'],
    ['a document of another kind', '{"doc":"ok"}'],
    ['a document that is a list', '{"doc":[]}'],
    ['a word of a proxy', 'Bad Gateway'],
    ['the flat notation', JSON.stringify(flatList)],
  ])('%s is refused, and asking again may help', (_name, text) => {
    expect(() => decodeDocument(text, 'payment')).toThrow(
      expect.objectContaining({ code: 'billing_unexpected_answer', retry: true }),
    );
  });

  it.each([
    ['a login page', '\n <!doctype html><html lang="en"><form></form></html>'],
    ['a session in XML', readFixture('auth.xml')],
    ['a list in XML', readFixture('list.xml')],
    ['an error in XML', readFixture('error.xml')],
  ])('%s is told apart', (_name, text) => {
    expect(() => decodeDocument(text, 'payment')).toThrow(
      expect.objectContaining({ code: 'billing_html', retry: true }),
    );
  });

  it('is a document that breaks off, wherever it does', () => {
    const text = JSON.stringify(paymentList);
    for (let length = 1; length < text.length; length += 1) {
      expect(() => decodeDocument(text.slice(0, length), 'payment')).toThrow(
        expect.objectContaining({ code: 'billing_truncated', retry: true }),
      );
    }
  });

  it('is named by its function and by nothing of its contents', () => {
    expect(() => decodeDocument('{"doc": secret', 'expense')).toThrow(/^(?=.*func=expense)(?!.*secret)/);
  });
});
