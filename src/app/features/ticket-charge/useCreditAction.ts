import { useRef, useState } from 'react';
import type { CreditsView } from '../../../contract/creditsView';
import type { TicketAsking } from '../../api/TicketAsking';
import { useI18n } from '../../shared/i18n/useI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { decideOutcome } from './decideOutcome';
import { toClientKey } from './toClientKey';
import { toFailureNotice } from './toFailureNotice';
import { toOutcomeNotice } from './toOutcomeNotice';

/** Where an asking stands on the screen. */
export type ActionPhase =
  | { kind: 'idle'; cancelled: TicketAsking | undefined }
  /** `clientKey`: whom the question was about. */
  | { kind: 'confirming'; asking: TicketAsking; clientKey: string | undefined }
  | { kind: 'sending' | 'waiting'; asking: TicketAsking };

/** What the feature needs from the outside to carry an asking through. */
export type CreditActionCalls = {
  /** Writes the asking into the ticket; rejects with TicketWriteError. */
  act: (asking: TicketAsking) => Promise<void>;
  /** Reads the view again and again until `find` finds something; undefined when it never did within its bound. */
  reloadUntil: <Found>(find: (view: CreditsView) => Found | undefined) => Promise<Found | undefined>;
};

const IDLE: ActionPhase = { kind: 'idle', cancelled: undefined };

/** Leads one asking from the button to its answer. While one is under way, further presses do nothing. */
export function useCreditAction(view: CreditsView, { act, reloadUntil }: CreditActionCalls) {
  const { t } = useI18n();
  const [phase, setPhase] = useState<ActionPhase>(IDLE);
  const [said, setSaid] = useState<{ notice: Notice; clientKey: string | undefined }>();
  const isUnderWay = useRef(false);

  const send = async (asking: TicketAsking) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSaid(undefined);
    setPhase({ kind: 'sending', asking });
    try {
      await act(asking);
      setPhase({ kind: 'waiting', asking });
      const end = await reloadUntil((after) => {
        const outcome = decideOutcome(asking, view.ticket, after.ticket);
        return outcome && { outcome, clientKey: toClientKey(after) };
      });
      setSaid({ notice: toOutcomeNotice(t, asking, end?.outcome), clientKey: end?.clientKey });
    } catch (failure) {
      setSaid({ notice: toFailureNotice(t, failure), clientKey: toClientKey(view) });
    }
    setPhase(IDLE);
    isUnderWay.current = false;
  };

  const ask = (asking: TicketAsking) => {
    setSaid(undefined);
    if (asking.kind === 'recheck') void send(asking);
    else setPhase({ kind: 'confirming', asking, clientKey: toClientKey(view) });
  };
  const cancel = (asking: TicketAsking) => setPhase({ kind: 'idle', cancelled: asking });
  /** The ticket has changed under an open question, which then makes no sense any more. */
  const withdraw = () => {
    setPhase(IDLE);
    setSaid({ notice: { tone: 'info', title: t('action.overtaken') }, clientKey: toClientKey(view) });
  };
  // What was said about one client is not said beside another; one who was not known may have become known by the asking.
  const isOutdated = said?.clientKey !== undefined && said.clientKey !== toClientKey(view);
  const notice = isOutdated ? undefined : said?.notice;

  return { phase, notice, ask, send, cancel, withdraw };
}
