import { expect, it } from 'vitest';
import { floorPlanOf } from './floor-plan.ts';
import type { Module } from './module.ts';

const module = (side: Module['side'], areaUm2: number): Module => ({
  name: side,
  kind: 'read',
  side,
  areaUm2,
  energyFj: 0,
  latencyNs: 0,
  leakageNw: 0,
});

it('puts a strip of 4 µm beside and one of 3 µm below an array of 10 µm × 5 µm', () => {
  const array = { widthUm: 10, heightUm: 5, wordLineFf: 0, bitLineFf: 0 };
  const plan = floorPlanOf(array, { rows: 5, columns: 10 }, [
    module('cells', 50),
    module('rows', 20),
    module('columns', 30),
  ]);
  expect(plan).toEqual({ boundingWidthUm: 14, boundingHeightUm: 8 });
});

it('does not make the circuits of one row or column thinner than a square', () => {
  const array = { widthUm: 0.1, heightUm: 0.1, wordLineFf: 0, bitLineFf: 0 };
  const one = { rows: 1, columns: 1 };
  const plan = floorPlanOf(array, one, [module('cells', 0.01), module('rows', 9), module('columns', 16)]);
  expect(plan).toEqual({ boundingWidthUm: 4 + 3, boundingHeightUm: 3 + 4 });
});
