import { useEffect, useState } from 'react';
import type { Zaf } from './connectZaf';
import { readRequesterId } from './readRequesterId';

/** Id of the requester on the screen, followed through every change; null while nobody is chosen, undefined until it is read. */
export function useRequesterId(zaf: Zaf): string | null | undefined {
  const [requesterId, setRequesterId] = useState<string | null>();
  useEffect(() => {
    let isGone = false;
    const read = () => {
      readRequesterId(zaf).then(
        (id) => isGone || setRequesterId(id ?? null),
        () => isGone || setRequesterId(null),
      );
    };
    read();
    const stop = zaf.onEvent('ticket.requester.id.changed', read);
    return () => {
      isGone = true;
      stop();
    };
  }, [zaf]);
  return requesterId;
}
