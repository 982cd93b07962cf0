import type { AxiosInstance } from 'axios';
import { paths } from '../../../contract/paths';
import { workPageSchema } from '../../../contract/workPage';
import type { WorkPageKind, WorkPageView } from '../../../contract/workPage';
import { readFromBridge } from '../readFromBridge';

/** Reads a page of one kind of work; `after` is the `next` of the page before. Rejects with BridgeError. */
export function readWorkPage(
  bridge: AxiosInstance,
  kind: WorkPageKind,
  after: string | undefined,
): Promise<WorkPageView> {
  return readFromBridge(
    bridge.get(paths.workPage(kind, after === undefined ? {} : { after })),
    workPageSchema,
  );
}
