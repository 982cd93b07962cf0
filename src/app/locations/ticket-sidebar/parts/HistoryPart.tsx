import type { ComponentProps } from 'react';
import { readEntriesPage } from '../../../api/readEntriesPage';
import { readReceipt } from '../../../api/readReceipt';
import type { SidebarHttp } from '../../../api/buildSidebarCalls';
import { History } from '../../../features/history/History';

type HistoryPartProps = Omit<ComponentProps<typeof History>, 'calls'> & {
  http: SidebarHttp;
  /** Whose history it is: the client's id in billing. */
  accountId: string;
};

/** The history with its calls, whose answers nothing of the first look has to understand. */
export function HistoryPart({ http, accountId, ...history }: HistoryPartProps) {
  const calls = {
    readPage: (query: Parameters<typeof readEntriesPage>[2]) =>
      readEntriesPage(http.bridge, accountId, query),
    readReceipt: (entryKey: string) => readReceipt(http.bridge, accountId, entryKey),
  };
  return <History {...history} calls={calls} />;
}
