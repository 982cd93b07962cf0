import { useRef, useState } from 'react';
import type { CreditsView } from '../../../contract/creditsView';
import type { CommandAction } from '../../../domain/tickets/command';
import { useI18n } from '../../shared/i18n/useI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { decideOutcome } from './decideOutcome';
import { toFailureNotice } from './toFailureNotice';
import { toOutcomeNotice } from './toOutcomeNotice';

/** Where an asking stands on the screen. */
export type ActionPhase =
  | { kind: 'idle'; cancelled: CommandAction | undefined }
  | { kind: 'confirming' | 'sending' | 'waiting'; action: CommandAction };

/** What the feature needs from the outside to carry an asking through. */
export type CreditActionCalls = {
  /** Writes the asking into the ticket; rejects with TicketWriteError. */
  act: (action: CommandAction) => Promise<void>;
  /** Reads the view again and again until `find` finds something; undefined when it never did within its bound. */
  reloadUntil: <Found>(find: (view: CreditsView) => Found | undefined) => Promise<Found | undefined>;
};

/** Leads one asking from the button to its answer. While one is under way, further presses do nothing. */
export function useCreditAction(view: CreditsView, { act, reloadUntil }: CreditActionCalls) {
  const { t } = useI18n();
  const [phase, setPhase] = useState<ActionPhase>({ kind: 'idle', cancelled: undefined });
  const [notice, setNotice] = useState<Notice>();
  const isUnderWay = useRef(false);

  const send = async (action: CommandAction) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setNotice(undefined);
    setPhase({ kind: 'sending', action });
    try {
      await act(action);
      setPhase({ kind: 'waiting', action });
      const outcome = await reloadUntil((after) => decideOutcome(action, view.ticket, after.ticket));
      setNotice(toOutcomeNotice(t, action, outcome));
    } catch (failure) {
      setNotice(toFailureNotice(t, failure));
    }
    setPhase({ kind: 'idle', cancelled: undefined });
    isUnderWay.current = false;
  };

  const ask = (action: CommandAction) => {
    setNotice(undefined);
    if (action.kind === 'recheck') void send(action);
    else setPhase({ kind: 'confirming', action });
  };
  const cancel = (action: CommandAction) => setPhase({ kind: 'idle', cancelled: action });

  return { phase, notice, ask, send, cancel };
}
