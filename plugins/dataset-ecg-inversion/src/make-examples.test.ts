import { expect, it } from 'vitest';
import { makeExamples } from './make-examples.ts';

const { signal } = new AbortController();
/** I = 1 … 6, II = 0, the chest leads 0. */
const record = Int16Array.from([1, 2, 3, 4, 5, 6, ...Array<number>(42).fill(0)]);
const cut = {
  leads: ['I', 'III'] as const,
  width: 4,
  windows: 3,
  decimation: 1,
  baselineSamples: 0,
  fullScale: 127,
};

it('cuts pieces from the first to the last sample, each as it is and with the arms exchanged', () => {
  const { count, values, labels } = makeExamples([record], cut, signal);
  expect(count).toBe(6);
  expect([...labels]).toEqual([0, 1, 0, 1, 0, 1]);
  const rows = Array.from({ length: 6 }, (_, index) => [...values.subarray(index * 8, index * 8 + 8)]);
  // III = II − I = −I; exchanged, I is −I and III is II = 0
  expect(rows[0]).toEqual([129, 130, 131, 132, 127, 126, 125, 124]);
  expect(rows[1]).toEqual([127, 126, 125, 124, 128, 128, 128, 128]);
  expect(rows[2]?.slice(0, 4)).toEqual([130, 131, 132, 133]);
  expect(rows[4]?.slice(0, 4)).toEqual([131, 132, 133, 134]);
});

it('takes a single piece from the middle, record after record', () => {
  const other = record.map((value) => 10 * value);
  const { values, count } = makeExamples([record, other], { ...cut, leads: ['I'], windows: 1 }, signal);
  expect(count).toBe(4);
  expect([...values.subarray(0, 4)]).toEqual([130, 131, 132, 133]);
  expect([...values.subarray(8, 12)]).toEqual([148, 158, 168, 178]);
});

it('stops where it is told to', () => {
  expect(() => makeExamples([record], cut, AbortSignal.abort())).toThrow();
});
