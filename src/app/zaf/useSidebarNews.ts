import { useEffect } from 'react';
import { SIDEBAR_NEWS_EVENT, sidebarNewsSchema } from '../../contract/sidebarNews';
import type { SidebarNews } from '../../contract/sidebarNews';
import type { Zaf } from './connectZaf';

/**
 * Calls `onNews` with what the bridge had Zendesk tell all open sidebars; with undefined for news that cannot be read,
 * which may be about anything.
 */
export function useSidebarNews(zaf: Zaf, onNews: (news: SidebarNews | undefined) => void): void {
  useEffect(
    () =>
      zaf.onEvent(`api_notification.${SIDEBAR_NEWS_EVENT}`, (body) => {
        const news = sidebarNewsSchema.safeParse(toObject(body));
        onNews(news.success ? news.data : undefined);
      }),
    [zaf, onNews],
  );
}

/** The bridge sends a text of JSON; whether Zendesk hands it on as it is is not documented. */
function toObject(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
