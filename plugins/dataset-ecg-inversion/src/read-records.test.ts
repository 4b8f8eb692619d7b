import { expect, it } from 'vitest';
import { readRecords } from './read-records.ts';

const text = 'index,record,quality\n0,1002603,unacceptable\n1,1002867,acceptable\n';

it('reads index, record and quality', () => {
  expect(readRecords(text, 'f', 2)).toEqual([
    { index: 0, record: '1002603', quality: 'unacceptable' },
    { index: 1, record: '1002867', quality: 'acceptable' },
  ]);
});

it.each([
  ['another header', text.replace('index', 'number'), 'first line is not index,record,quality'],
  ['a line too few', text, 'has 2 records, not 3', 3],
  ['another order', text.replace('\n0,', '\n5,'), 'Line 2 is "5,1002603,unacceptable"'],
  ['a missing cell', text.replace(',acceptable', ''), 'Line 3 is "1,1002867"'],
])('refuses %s', (_, changed, reason, count = 2) => {
  expect(() => readRecords(changed, 'records.csv', count)).toThrow(reason);
});
