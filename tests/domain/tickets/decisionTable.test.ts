import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDecisionTable } from './decisionTable';

const README = join(__dirname, '../../../src/domain/README.md');
const TABLE = /(?<=<!-- decision table -->\n\n)\|[\s\S]*?(?=\n\n<!-- end of decision table -->)/;

describe('the decision table in the README of the rules', () => {
  it('is what the rules decide; UPDATE_DECISION_TABLE=1 writes it anew', () => {
    const table = buildDecisionTable();
    if (process.env['UPDATE_DECISION_TABLE'] === '1') {
      writeFileSync(
        README,
        readFileSync(README, 'utf8').replace(TABLE, () => table),
      );
    }
    expect(TABLE.exec(readFileSync(README, 'utf8'))?.[0]).toBe(table);
  });
});
