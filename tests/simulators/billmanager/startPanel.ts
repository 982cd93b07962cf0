import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import type { BillmanagerOptions } from '../../../src/simulators/billmanager/startBillmanager';

/** A column on the wire. */
export type Column = { $?: string; $orig?: string };

/** What of an answer the tests look at. */
export type Document = {
  doc: {
    elem?: Record<string, Column>[];
    error?: { $type: string; $object?: string; msg: Column; param: Record<string, string>[] };
    auth?: { $id: string; $level: string; $: string };
    tparams?: Record<string, Column>;
    p_elems?: Column;
    [name: string]: unknown;
  };
};

/** The login of the playground. */
export const AUTHINFO = 'support-bridge:playground';

/** Starts a simulator on a free port, with the ways in which the tests speak to it. */
export async function startPanel(options: Partial<BillmanagerOptions> = {}) {
  const panel = await startBillmanager({ port: 0, ...options });
  const ask = async (params: Record<string, string>): Promise<Document> => {
    const query = new URLSearchParams({ out: 'json', ...params });
    const answer = await fetch(`${panel.url}/billmgr?${query.toString()}`);
    return (await answer.json()) as Document;
  };
  return {
    ...panel,
    /** Asks with exactly these parameters and `out=json`. */
    ask,
    /** Asks as the service user. */
    call: (func: string, params: Record<string, string> = {}) => ask({ authinfo: AUTHINFO, func, ...params }),
    control: async (path: string, body?: unknown) => {
      const answer = await fetch(`${panel.url}/_control/${path}`, {
        method: 'POST',
        redirect: 'manual',
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    /** The account id behind an e-mail that has one account. */
    accountOf: async (email: string): Promise<string> => {
      const { doc } = await ask({ authinfo: AUTHINFO, func: 'user', filter: 'on', email });
      return doc.elem?.find((row) => row['email']?.$ === email)?.['account']?.$ ?? '';
    },
  };
}

/** The text of one column, row by row. */
export function readColumn(document: Document, name: string): (string | undefined)[] {
  return (document.doc.elem ?? []).map((row) => row[name]?.$);
}
