import { speak } from '../../speak';

describe('createTranslator', () => {
  it('counts credits in Russian as Russian does', () => {
    const t = speak('ru').t;
    const counted = [1, 2, 5, 11, 21, 22, 25, 101, 111].map((count) => t('packs.credits', { count }));
    expect(counted).toEqual([
      '1 обращение',
      '2 обращения',
      '5 обращений',
      '11 обращений',
      '21 обращение',
      '22 обращения',
      '25 обращений',
      '101 обращение',
      '111 обращений',
    ]);
  });

  it('counts credits in English', () => {
    const t = speak('en-GB').t;
    expect([0, 1, 2].map((count) => t('balance.left', { count }))).toEqual([
      'credits left',
      'credit left',
      'credits left',
    ]);
  });

  it('speaks English to everyone who does not read Russian', () => {
    expect(speak('de').t('line.tech')).toBe('Technical support');
    expect(speak('rue').t('line.tech')).toBe('Technical support');
    expect(speak('ru-RU').t('line.tech')).toBe('Техническая поддержка');
  });

  it('puts values in as they are', () => {
    const t = speak('en').t;
    expect(t('account.id', { id: '<b>&amp;</b> {{id}}' })).toBe('Account <b>&amp;</b> {{id}}');
  });
});
