import type { AxiosInstance } from 'axios';
import { creditsViewSchema } from '../../contract/creditsView';
import type { CreditsView } from '../../contract/creditsView';
import { paths } from '../../contract/paths';
import { BridgeError } from './BridgeError';
import { toBridgeError } from './toBridgeError';

/** Reads everything that the sidebar shows of one ticket. Rejects with {@link BridgeError}. */
export async function readCreditsView(bridge: AxiosInstance, ticketId: string): Promise<CreditsView> {
  const answer = await bridge.get<unknown>(paths.ticketCredits(ticketId)).catch((failure: unknown) => {
    throw toBridgeError(failure);
  });
  const view = creditsViewSchema.safeParse(answer.data);
  if (!view.success) throw new BridgeError('answer_not_understood', view.error);
  return view.data;
}
