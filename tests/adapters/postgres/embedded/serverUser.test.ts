import { listServerUsers } from '../../../../src/adapters/postgres/embedded/serverUser';

const waysOf = (currentUid: number, clusterOwner: number | undefined) =>
  listServerUsers(currentUid, clusterOwner)
    .filter((user) => !user.prefix.includes('setpriv'))
    .map((user) => user.uid ?? user.prefix[0] ?? 'as we are');

describe('listServerUsers', () => {
  it('runs as it is when it is not root', () => {
    expect(waysOf(1000, undefined)).toEqual(['as we are']);
  });

  it('tries a user namespace and then nobody when it is root', () => {
    expect(waysOf(0, undefined)).toEqual(['unshare', 65534]);
  });

  it('keeps to the user that made the cluster', () => {
    expect(waysOf(0, 0)).toEqual(['unshare']);
    expect(waysOf(0, 65534)).toEqual([65534]);
    expect(waysOf(0, 1001)).toEqual([1001]);
  });

  it('asks first for a server that dies with its parent, every way', () => {
    const users = listServerUsers(0, undefined);
    expect(users.map((user) => user.prefix.includes('--pdeathsig'))).toEqual([true, false, true, false]);
  });
});
