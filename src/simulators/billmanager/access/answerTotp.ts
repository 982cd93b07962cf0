import type { WireCall } from '../functions/billingFunction';
import type { WireNode } from '../wire/columns';
import { wrapInEnvelope } from '../wire/envelope';
import { buildErrorDocument } from '../wire/errorDocuments';
import { readLang } from '../wire/words';
import { openSession } from './answerAuth';
import type { Caller } from './Caller';

/** Takes the code of the second factor and opens a full session; the old one stays half-privileged (billmanager.md 2). */
export function answerTotp(call: WireCall, caller: Caller): WireNode {
  const { qrcode = '', sok } = call.params;
  if (sok === undefined) return wrapInEnvelope(call, { qrcode: {} });
  if (qrcode !== call.billing.settings().totp) {
    // The code itself is not repeated: it is a secret while it lasts.
    return buildErrorDocument(readLang(call.params), 'value', { object: 'qrcode', params: { value: '' } });
  }
  return openSession(call, { caller, isConfirmed: true });
}
