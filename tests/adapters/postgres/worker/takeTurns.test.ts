import { takeTurns } from '../../../../src/adapters/postgres/worker/takeTurns';

describe('takeTurns', () => {
  it('lets the next one pass only when the turn before it has ended, in the order of their coming', async () => {
    const turns = takeTurns();
    const begun: string[] = [];
    const all = ['first', 'second', 'third'].map((name) => turns.wait().then(() => void begun.push(name)));
    await all[0];
    expect(begun).toEqual(['first']);
    turns.pass();
    await all[1];
    expect(begun).toEqual(['first', 'second']);
    turns.pass();
    await all[2];
    turns.pass();
    await turns.wait();
    expect(begun).toEqual(['first', 'second', 'third']);
  });
});
