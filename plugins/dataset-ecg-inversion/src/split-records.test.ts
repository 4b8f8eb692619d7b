import { expect, it } from 'vitest';
import { splitRecords } from './split-records.ts';

const records = Array.from({ length: 50 }, (_, index) => ({ record: String(1_000_000 + index) }));

it('puts every record into one part', () => {
  const { train, validation, test } = splitRecords(records, 12, 8);
  expect([train.length, validation.length, test.length]).toEqual([30, 8, 12]);
  expect(new Set([...train, ...validation, ...test]).size).toBe(50);
});

it('depends on the numbers of the records, not on their order', () => {
  const mirrored = splitRecords([...records].reverse(), 12, 8);
  expect(mirrored).toEqual(splitRecords(records, 12, 8));
});

it('moves no test record when more are held out for validation, and keeps most when others are missing', () => {
  expect(splitRecords(records, 12, 20).test).toEqual(splitRecords(records, 12, 8).test);
  const test = splitRecords(records.slice(0, 49), 12, 8).test;
  expect(test.filter((one) => splitRecords(records, 12, 8).test.includes(one)).length).toBeGreaterThan(10);
});
