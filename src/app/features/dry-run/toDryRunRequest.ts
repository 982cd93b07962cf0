import type { DryRunRequest } from '../../../contract/dryRun';
import { CHANNELS } from '../../../domain/line/decideLineAtSubmit';
import { LINES } from '../../../domain/line/line';

/** What stands in the form, as it was typed. */
export type DryRunDraft = {
  kind: DryRunRequest['kind'];
  ticketId: string;
  accountId: string;
  channel: string;
  line: string;
  topic: string;
  /** Of a field for a local time: `2026-11-22T14:10`; empty: now. */
  at: string;
};

/** Fields that can be filled in wrongly. */
export const CHECKED_FIELDS = ['ticketId', 'accountId', 'at'] as const;

/** One of these fields. */
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/** As the bridge takes ids. */
const ID = /^[1-9]\d{0,18}$/;

/** What is asked of the bridge, or the fields that have to be mended first. */
export function toDryRunRequest(
  draft: DryRunDraft,
): { ok: true; request: DryRunRequest } | { ok: false; wrong: CheckedField[] } {
  if (draft.kind === 'ticket') {
    // As it is copied from the address or from a list.
    const ticketId = draft.ticketId.replace(/^\s*#/, '').trim();
    return ID.test(ticketId)
      ? { ok: true, request: { kind: 'ticket', ticketId } }
      : { ok: false, wrong: ['ticketId'] };
  }
  const accountId = draft.accountId.trim();
  const at = draft.at === '' ? null : toIsoTime(draft.at);
  const wrong: CheckedField[] = [
    ...(accountId === '' || ID.test(accountId) ? [] : (['accountId'] as const)),
    ...(at === undefined ? (['at'] as const) : []),
  ];
  if (wrong.length > 0 || at === undefined) return { ok: false, wrong };
  return {
    ok: true,
    request: {
      kind: 'made_up',
      billingAccountId: accountId === '' ? null : accountId,
      channel: CHANNELS.find((channel) => channel === draft.channel) ?? 'form',
      line: LINES.find((line) => line === draft.line) ?? null,
      topic: draft.topic === '' ? null : draft.topic,
      at,
    },
  };
}

/** A time without a zone is one of the browser's; undefined: none that the wire can carry. */
function toIsoTime(local: string): string | undefined {
  const time = new Date(local);
  const isKnown =
    !Number.isNaN(time.getTime()) && time.getUTCFullYear() > 0 && time.getUTCFullYear() < 10_000;
  return isKnown ? time.toISOString() : undefined;
}
