import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { asksForSecondFactor, toSecondFactorError } from './secondFactor';
import { toPanelError } from '../toAdapterError';
import type { Exchange } from '../transport/buildExchange';

/** Logs in by `func=auth` and answers the id of the session (billmanager.md 2). Every refusal has its own code. */
export async function openSession(
  exchange: Exchange,
  authinfo: string,
  signal: AbortSignal,
): Promise<string> {
  const [username = '', ...rest] = authinfo.split(':');
  const document = await exchange({ func: 'auth', username, password: rest.join(':') }, signal);
  if (document.kind === 'error') throw toPanelError('auth', document.type, document);
  if (asksForSecondFactor(document)) throw toSecondFactorError('auth');
  const session = document.fields.child('auth')?.get('$id') ?? document.fields.get('auth');
  if (session !== undefined) return session;
  const options = { code: 'billing_unexpected_answer', retry: true };
  throw new AdapterError('BILLmanager answered func=auth without a session', options);
}
