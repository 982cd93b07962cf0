import { assertReadOnly } from '../../../src/adapters/billmanager/assertReadOnly';

describe('assertReadOnly', () => {
  it.each(['user', 'user.edit', 'payment.filter', 'payment.info', 'hostingpartner', 'ticket_all'])(
    'lets %s be asked',
    (func) => {
      expect(() => assertReadOnly(func, { elid: '7', filter: 'on', p_num: '1' })).not.toThrow();
    },
  );

  it.each([
    'payment.setpaid',
    'payment.delete',
    'session.newkey',
    'account.su',
    'x.edit.delete',
    'a&sok=ok',
    '',
  ])('takes «%s» for a defect', (func) => {
    expect(() => assertReadOnly(func, {})).toThrow('Defect');
  });

  it.each(['sok', 'clicked_button', 'su', 'func', 'out', 'auth', 'authinfo', 'password'])(
    'takes a parameter %s for a defect',
    (name) => {
      expect(() => assertReadOnly('user.edit', { elid: '7', [name]: 'ok' })).toThrow(name);
    },
  );
});
