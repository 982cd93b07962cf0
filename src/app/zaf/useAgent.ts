import { useEffect, useState } from 'react';
import type { Zaf } from './connectZaf';
import { readAgent, UNKNOWN_AGENT } from './readAgent';
import type { Agent } from './readAgent';

/** Who sits before the screen; unknown until Zendesk's page has told, and when it does not. */
export function useAgent(zaf: Zaf): Agent {
  const [agent, setAgent] = useState(UNKNOWN_AGENT);
  useEffect(() => {
    let isGone = false;
    readAgent(zaf).then(
      (read) => isGone || setAgent(read),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [zaf]);
  return agent;
}
