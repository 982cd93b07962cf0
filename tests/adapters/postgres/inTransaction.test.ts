import type { Pool } from 'pg';
import { inPipelinedTransaction, inTransaction } from '../../../src/adapters/postgres/inTransaction';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  await pool.query('create table note (id integer primary key)');
});
afterEach(() => close());

const WRITE = 'insert into note values ($1)';
const readNotes = async () => (await pool.query<{ id: number }>('select id from note order by id')).rows;

describe('inPipelinedTransaction', () => {
  it('commits writes that were under way when the work returned', async () => {
    const value = await inPipelinedTransaction(pool, 'begin', async (client, begun) => {
      await begun;
      return { value: 'done', sent: Promise.all([client.query(WRITE, [1]), client.query(WRITE, [2])]) };
    });
    expect(value).toBe('done');
    expect(await readNotes()).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('fails with the last write, leaves nothing, and hands the connection on in order', async () => {
    const failing = inPipelinedTransaction(pool, 'begin', async (client, begun) => {
      await begun;
      return { value: 'done', sent: Promise.all([client.query(WRITE, [1]), client.query(WRITE, [1])]) };
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await readNotes()).toEqual([]);
    await inTransaction(pool, (client) => client.query(WRITE, [3]));
    expect(await readNotes()).toEqual([{ id: 3 }]);
    expect(pool.totalCount).toBe(1);
  });

  it('fails when a transaction cannot be begun, before anything is written', async () => {
    const failing = inPipelinedTransaction(pool, 'begin nonsense', async (client, begun) => {
      const [, read] = await Promise.all([begun, client.query('select 1')]);
      return { value: read, sent: client.query(WRITE, [1]) };
    });
    await expect(failing).rejects.toMatchObject({ code: '42601' });
    expect(await readNotes()).toEqual([]);
  });
});

describe('inTransaction', () => {
  it('does not take a rollback for a commit', async () => {
    const failing = inTransaction(pool, async (client) => {
      await client.query(WRITE, [1]);
      await client.query('select 1 / 0').catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('a failed transaction was to be committed');
    expect(await readNotes()).toEqual([]);
  });
});
