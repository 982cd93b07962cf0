import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listInspected } from '../../src/adapters/billmanager/check/inspectedLists';
import { judgeScopes } from '../../src/use-cases/check-zendesk/judgeScopes';

const readme = readFileSync(join(__dirname, '../../src/server/README.md'), 'utf8');
const rights = readme.slice(readme.indexOf('## Rights'), readme.indexOf('### The role'));
const rowOf = (system: string) => rights.split('\n').find((line) => line.startsWith(`| ${system} `)) ?? '';
const codes = (row: string) => [...row.matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code);

describe('the rights that the README asks for', () => {
  it('are those to the very lists of BILLmanager that setup looks at', () => {
    const all = {
      hasPartnerContracts: true,
      partnerGroupIds: [],
      isReturnSubtracted: true,
      basis: 'net',
    } as const;
    expect(codes(rowOf('BILLmanager')).sort()).toEqual(
      listInspected(all)
        .map(({ func }) => func)
        .sort(),
    );
  });

  it('are the very scopes of Zendesk without one of which setup finds a problem', () => {
    const scopes = codes(rowOf('Zendesk')).slice(0, 2);
    expect(judgeScopes(scopes, false)).toMatchObject([{ verdict: 'good' }]);
    for (const left of scopes) expect(judgeScopes([left], false)).toMatchObject([{ verdict: 'problem' }]);
    expect(judgeScopes(['read'], true)).toMatchObject([{ verdict: 'good' }]);
  });
});
