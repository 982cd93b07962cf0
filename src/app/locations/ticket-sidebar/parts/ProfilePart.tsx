import useSWR from 'swr';
import { buildZendeskHttp } from '../../../api/buildZendeskHttp';
import { readRequester } from '../../../api/readRequester';
import type { Requester } from '../../../api/readRequester';
import { ProfileCredits } from '../../../features/profile-credits/ProfileCredits';
import type { Zaf } from '../../../zaf/connectZaf';
import { useRequesterId } from '../../../zaf/useRequesterId';

type ProfilePartProps = { zaf: Zaf; creditFieldId: number | undefined };

/** What Zendesk itself knows of the client's credits, for as long as the bridge is away. */
export function ProfilePart({ zaf, creditFieldId }: ProfilePartProps) {
  const requesterId = useRequesterId(zaf);
  const { data: requester } = useSWR<Requester | undefined, unknown>(
    requesterId ? ['profile', requesterId] : null,
    () => readRequester(buildZendeskHttp(zaf), requesterId ?? ''),
  );
  const { data: creditState } = useSWR<string | undefined, unknown>(['profile-credit', creditFieldId], () =>
    readCreditState(zaf, creditFieldId),
  );
  return requester ? <ProfileCredits requester={requester} creditState={creditState} /> : null;
}

async function readCreditState(zaf: Zaf, creditFieldId: number | undefined): Promise<string | undefined> {
  if (creditFieldId === undefined) return undefined;
  const path = `ticket.customField:custom_field_${creditFieldId}`;
  const { [path]: value } = await zaf.get([path]);
  return typeof value === 'string' && value !== '' ? value.replace(/^credit_/, '') : undefined;
}
