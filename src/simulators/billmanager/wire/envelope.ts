import type { FunctionCall } from '../functions/billingFunction';
import type { WireNode } from './columns';

const SECRET_PARAMS = new Set(['authinfo', 'auth', 'password', 'passwd', 'confirm']);

/** The attributes and the echo that every good answer carries around its body; secrets are not echoed. */
export function wrapInEnvelope(call: FunctionCall, body: WireNode): WireNode {
  const { params, func, host } = call;
  return {
    doc: {
      $lang: params['lang'] ?? 'en',
      $func: func,
      $binary: '/billmgr',
      $host: host,
      $themename: 'dragon',
      $notify: '',
      ...body,
      tparams: Object.fromEntries(
        Object.entries(hideSecrets(params)).map(([name, value]) => [name, { $: value }]),
      ),
    },
  };
}

/** The parameters without passwords and session ids, for what is echoed or kept. */
export function hideSecrets(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !SECRET_PARAMS.has(name)));
}
