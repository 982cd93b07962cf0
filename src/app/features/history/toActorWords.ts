import type { ActorView } from '../../../contract/entryView';
import type { MoreSpeech } from '../../shared/i18n/moreI18n';

/** Who moved credits, in words; people by the names that Zendesk tells this agent. */
export function toActorWords(
  actor: ActorView,
  names: ReadonlyMap<string, string>,
  t: MoreSpeech['t'],
): string {
  if (actor.kind !== 'agent') return t(`history.actor.${actor.kind}`);
  const toName = (id: string) => names.get(id) ?? t('people.unnamed', { id });
  return actor.approvedBy === null
    ? t('history.actor.agent', { name: toName(actor.userId) })
    : t('history.actor.approved', { name: toName(actor.userId), approver: toName(actor.approvedBy) });
}

/** The people whose names an entry's line needs. */
export function listPeople(actor: ActorView): string[] {
  if (actor.kind !== 'agent') return [];
  return actor.approvedBy === null ? [actor.userId] : [actor.userId, actor.approvedBy];
}
