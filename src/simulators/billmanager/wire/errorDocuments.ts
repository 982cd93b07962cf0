import type { WireNode } from './columns';

/** The wrong login, word for word as in billmanager.md 1.2. */
export function buildBadPasswordError(remoteAddress: string): WireNode {
  const message = { $: 'Invalid username or password ' };
  return {
    doc: {
      error: {
        $type: 'auth',
        $object: 'badpassword',
        $lang: 'en',
        detail: message,
        msg: message,
        param: [
          { $name: 'object', $type: 'msg', $: 'badpassword' },
          { $name: 'value', $: `remote_addr: [${remoteAddress}]` },
        ],
      },
    },
  };
}

/** No rights: a function that is unknown, and also a session that is missing or over (billmanager.md 1.4). */
export function buildAccessError(func: string): WireNode {
  return buildError({ type: 'access', message: 'Access to the function __value__ denied ', value: func });
}

/** The object of a form is not there. */
export function buildMissedError(object: string, id: string): WireNode {
  return buildError({
    type: 'missed',
    object,
    message: 'Object __object__ __value__ was not found ',
    value: id,
  });
}

/** Messages keep their `__param__` placeholders: a client must fill them from `param` (billmanager.md 1.2). */
function buildError(error: { type: string; object?: string; message: string; value: string }): WireNode {
  const { type, object, message, value } = error;
  const param: WireNode[] = [{ $name: 'value', $: value }];
  if (object !== undefined) param.unshift({ $name: 'object', $type: 'msg', $: object });
  const node: WireNode = { $type: type, $lang: 'en', detail: { $: message }, msg: { $: message }, param };
  if (object !== undefined) node['$object'] = object;
  return { doc: { error: node } };
}
