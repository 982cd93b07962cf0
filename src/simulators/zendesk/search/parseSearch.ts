/** One condition of a search; without a keyword it is a word that the text must hold. */
export type SearchTerm = {
  keyword: string | undefined;
  operator: ':' | '<' | '>' | '<=' | '>=';
  value: string;
};

const TERM = /(?:(\w+)(:|<=|>=|<|>))?(?:"([^"]*)"|(\S+))/g;
const OPERATORS = [':', '<', '>', '<=', '>='] as const;

/** The terms of a query such as `type:ticket status<solved requester:"a@b.test" licence`, in lower case. */
export function parseSearch(query: string): SearchTerm[] {
  return [...query.matchAll(TERM)].map(([, keyword, operator, quoted, plain]) => ({
    keyword: keyword?.toLowerCase(),
    operator: OPERATORS.find((one) => one === operator) ?? ':',
    value: (quoted ?? plain ?? '').toLowerCase(),
  }));
}
