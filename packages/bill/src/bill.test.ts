import { expect, test } from 'vitest';
import { breakdown, breakdownColumns } from './breakdown.ts';
import { item, partTotal } from './item.ts';

const adder = { areaUm2: 10, energyFj: 2, latencyNs: 0.5 };
const items = [
  item('adders', adder, { count: 3, actions: 100, steps: 7 }),
  item('adders', adder, { count: 0, actions: 1, steps: 0 }),
  item('wires', { areaUm2: 1, energyFj: 1, latencyNs: 1 }, { count: 1, actions: 1, steps: 1 }),
];

test('area counts copies, energy actions, and latency what happens one after the other', () => {
  expect(items[0]).toEqual({ part: 'adders', areaUm2: 30, energyFj: 200, latencyNs: 3.5 });
  expect(partTotal(items, 'adders', 'energyFj')).toBe(202);
  expect(partTotal(items, 'wires', 'areaUm2')).toBe(1);
});

test('a total is the sum of its parts as a reader of the row would add them', () => {
  const thirds = { a: 0.1, b: 0.2, c: 0.3 };
  const { total, row } = breakdown('areaUm2', ['a', 'b', 'c'], (part) => thirds[part]);
  expect(row).toEqual({ areaUm2: 0.1 + 0.2 + 0.3, 'areaUm2.a': 0.1, 'areaUm2.b': 0.2, 'areaUm2.c': 0.3 });
  expect(total).toBe(row.areaUm2);
  const columns = breakdownColumns('areaUm2', ['a', 'b', 'c'], 'µm²', { a: 'A', b: 'B', c: 'C' });
  expect([...Object.keys(row)].slice(1)).toEqual(Object.keys(columns));
});
