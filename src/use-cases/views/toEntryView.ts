import type { ActorView, EntryView, GrantView } from '../../contract/entryView';
import type { Actor } from '../../domain/credits/newEntry';
import type { RecordedEntry, RecordedGrant } from '../ports/recordedEntry';

/** An entry as it leaves the house: of who wrote it, ids alone. */
export function toEntryView({
  accountSeq: _accountSeq,
  grant,
  actor,
  ticketId,
  problemId,
  ...entry
}: RecordedEntry): EntryView {
  return {
    ...entry,
    ticketId: ticketId ?? null,
    problemId: problemId ?? null,
    actor: toActorView(actor),
    grant: grant === undefined ? null : toGrantView(grant),
  };
}

/** A lot as it stands now. */
export function toGrantView({ expiresAt, ...grant }: RecordedGrant): GrantView {
  return { ...grant, expiresAt: expiresAt ?? null };
}

/** The name of an operator stays here: it is nobody's whom the app could look up. */
function toActorView(actor: Actor): ActorView {
  if (actor.kind !== 'agent') return { kind: actor.kind };
  return { kind: 'agent', userId: actor.id, approvedBy: actor.approvedBy ?? null };
}
