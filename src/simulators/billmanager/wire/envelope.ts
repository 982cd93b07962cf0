import type { WireCall } from '../functions/billingFunction';
import type { WireNode } from './columns';
import { readLang } from './words';

/** Never echoed and never kept. The key of a session is not among the former: the panel does echo it. */
const SECRET_PARAMS = new Set(['authinfo', 'auth', 'password', 'passwd', 'confirm', 'qrcode']);

/** The attributes and the echo that every good answer carries around its body; secrets are not echoed. */
export function wrapInEnvelope(call: WireCall, body: WireNode): WireNode {
  const { params, func, host } = call;
  return {
    doc: {
      $lang: readLang(params),
      $func: func,
      $binary: '/billmgr',
      $host: host,
      $themename: 'dragon',
      $features: 'ed13fed30f9503fcf2cdf0415231f846',
      $notify: '',
      ...body,
      tparams: Object.fromEntries(
        Object.entries(params)
          .filter(([name]) => !SECRET_PARAMS.has(name))
          .map(([name, value]) => [name, { $: value }]),
      ),
    },
  };
}

/** The answer to an action that was done; `id` names the object that it made (billmanager.md 1.2). */
export function buildSavedDocument(call: WireCall, id?: string): WireNode {
  return wrapInEnvelope(call, {
    ok: {},
    saved_filters: {},
    ...(id === undefined ? {} : { id: { $: id } }),
  });
}

/** The parameters without passwords, keys and session ids, for what is kept. */
export function hideSecrets(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter(([name]) => !SECRET_PARAMS.has(name) && name !== 'key'),
  );
}
