import { expect, it } from 'vitest';
import { nodeFactors } from './node-scaling.ts';
import { scalingNodes } from './scaling-tables.ts';
import { technology } from './technology.ts';

it('is the NAND2 of ZigZag-IMC at 28 nm and 0.9 V', () => {
  const here = technology(28);
  expect(here.nominalSupplyV).toBeCloseTo(0.9, 12);
  expect(here.nand2AreaUm2).toBeCloseTo(0.614, 12);
  expect(here.nand2CapacitanceFf).toBeCloseTo(0.7, 12);
  expect(here.nand2DelayNs).toBeCloseTo(0.0478, 12);
});

it('gives the energy factors that the authors print in their correction: 0.4571 (32 nm, 0.9 V), 2.604 (65 nm, 1.3 V)', () => {
  expect(nodeFactors(32).capacitance * 0.9 * 0.9).toBeCloseTo(0.4571, 4);
  const [a2, a1, a0] = scalingNodes.find((row) => row.nodeNm === 65)?.energy ?? [0, 0, 0];
  expect(a2 * 1.3 * 1.3 + a1 * 1.3 + a0).toBeCloseTo(2.604, 3);
});

it('meets the table at its own nodes and runs between its neighbours elsewhere', () => {
  expect(nodeFactors(130).area / nodeFactors(7).area).toBe(110);
  // Half way in log between 10 and 14 nm lies their geometric mean, in node and in area.
  expect(nodeFactors(Math.sqrt(140)).area).toBeCloseTo(Math.sqrt(1.7 * 2.9), 12);
});

it('shrinks in area and capacitance at every step from 180 to 7 nm', () => {
  let before = technology(180);
  for (let nodeNm = 179.5; nodeNm >= 7; nodeNm -= 0.5) {
    const here = technology(nodeNm);
    expect(here.nand2AreaUm2).toBeLessThan(before.nand2AreaUm2);
    expect(here.nand2CapacitanceFf).toBeLessThan(before.nand2CapacitanceFf);
    expect(here.nominalSupplyV).toBeLessThanOrEqual(before.nominalSupplyV);
    before = here;
  }
});

it('gets faster, apart from the published bump of 13 % between 32 and 20 nm', () => {
  for (let nodeNm = 7; nodeNm < 180; nodeNm++) {
    if (nodeNm >= 20 && nodeNm < 32) continue;
    expect(technology(nodeNm).nand2DelayNs).toBeLessThan(technology(nodeNm + 1).nand2DelayNs);
  }
  const bump = technology(20).nand2DelayNs / technology(32).nand2DelayNs;
  expect(bump).toBeGreaterThan(1);
  expect(bump).toBeLessThan(1.14);
});

it('is slower at a lower supply and refuses what the law does not cover', () => {
  const delays = [0.63, 0.75, 0.9, 1.0, 1.17].map((supplyV) => technology(28, supplyV).nand2DelayNs);
  expect(delays).toEqual(delays.toSorted((a, b) => b - a));
  expect(() => technology(28, 0.5)).toThrow(/supplyV = 0.5/);
  expect(() => technology(5)).toThrow(/nodeNm = 5/);
  expect(() => technology(250)).toThrow(/7 to 180/);
  expect(() => technology(Number.NaN)).toThrow(/nodeNm/);
});
