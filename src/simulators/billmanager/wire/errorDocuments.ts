import type { WireNode } from './columns';
import type { Lang } from './words';

/**
 * Messages keep their `__param__` placeholders and trailing spaces: a client must fill them from `param`
 * (billmanager.md 1.2). Types and objects are those of billmanager.md 1.4; where it knows a text only, they are a guess.
 */
const ERRORS = {
  badPassword: {
    type: 'auth',
    object: 'badpassword',
    en: 'Invalid username or password ',
    ru: 'Неверное имя пользователя или пароль ',
  },
  badAddress: {
    type: 'auth',
    object: 'badip',
    en: 'Access from this IP denied ',
    ru: 'Доступ с этого IP-адреса запрещён ',
  },
  authinfoRestricted: {
    type: 'auth',
    object: 'authinfo',
    en: 'Use of authinfo is restricted ',
    ru: 'Использование authinfo ограничено ',
  },
  captcha: {
    type: 'captcha_verification_failed',
    en: 'Captcha verification failed ',
    ru: 'Проверка captcha не пройдена ',
  },
  access: {
    type: 'access',
    en: 'Access to the function __value__ denied ',
    ru: 'Доступ к функции __value__ запрещён ',
  },
  missed: {
    type: 'missed',
    en: 'Object __object__ __value__ was not found ',
    ru: 'Объект __object__ __value__ не найден ',
  },
  value: {
    type: 'value',
    en: 'The field __object__ has a wrong value: __value__ ',
    ru: 'Недопустимое значение поля __object__: __value__ ',
  },
  busy: {
    type: 'busy',
    en: 'Request in process, please wait ',
    ru: 'Запрос обрабатывается, пожалуйста, подождите ',
  },
  funds: {
    type: 'limit',
    object: 'balance',
    en: 'insufficient funds to complete the operation. Required amount __amount__. Your current balance: __balance__, credit limit __limit__ ',
    ru: 'недостаточно средств для выполнения операции. Требуется __amount__. Ваш текущий баланс: __balance__, кредитный лимит __limit__ ',
  },
} as const;

/** What can go wrong, by the name this simulator has for it. */
export type ErrorKind = keyof typeof ERRORS;

/** The error document of the panel; `object` and `params` fill the placeholders of its message. */
export function buildErrorDocument(
  lang: Lang,
  kind: ErrorKind,
  details: { object?: string; params: Record<string, string> },
): WireNode {
  const spec = ERRORS[kind];
  const object = details.object ?? ('object' in spec ? spec.object : undefined);
  const message = { $: spec[lang] };
  return {
    doc: {
      error: {
        $type: spec.type,
        ...(object === undefined ? {} : { $object: object }),
        $lang: lang,
        detail: message,
        msg: message,
        param: [
          ...(object === undefined ? [] : [{ $name: 'object', $type: 'msg', $: object }]),
          ...Object.entries(details.params).map(([name, value]) => ({ $name: name, $: value })),
        ],
      },
    },
  };
}
