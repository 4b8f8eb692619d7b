import { expect, it } from 'vitest';
import { twelveLeads } from './leads.ts';
import { swapArms } from './swap-arms.ts';

/** Five samples of I and II, the chest leads all 7; derived leads worked out by hand. */
const one = [3, -3, 4, 0, -5];
const two = [4, 2, -4, 5, -2];
const stored = Int16Array.from([...one, ...two, ...Array<number>(30).fill(7)]);

it('derives the four leads that are not stored', () => {
  const { III, aVR, aVL, aVF, V1, V6 } = twelveLeads(stored);
  expect([...III]).toEqual([1, 5, -8, 5, 3]);
  // −7/2, 1/2, 0, −5/2, 7/2, cut towards zero
  expect([...aVR].map((value) => value + 0)).toEqual([-3, 0, 0, -2, 3]);
  // h(II) = 2, 1, −2, 3, −1
  expect([...aVL]).toEqual([1, -4, 6, -3, -4]);
  // h(I) = 2, −2, 2, 0, −3
  expect([...aVF]).toEqual([2, 4, -6, 5, 1]);
  expect([...V1, ...V6]).toEqual(Array(10).fill(7));
});

it('swaps the arms: I turns over, II and III as well as aVR and aVL change places, the rest stays', () => {
  const normal = twelveLeads(stored);
  const swapped = swapArms(normal);
  expect([...swapped.I]).toEqual(one.map((value) => 0 - value));
  expect(swapped.II).toBe(normal.III);
  expect(swapped.III).toBe(normal.II);
  expect(swapped.aVR).toBe(normal.aVL);
  expect(swapped.aVL).toBe(normal.aVR);
  for (const name of ['aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const)
    expect(swapped[name]).toBe(normal[name]);
});

it('keeps III = II − I under the swap, and comes back after two', () => {
  const normal = twelveLeads(stored);
  const { I, II, III } = swapArms(normal);
  expect([...III]).toEqual([...II].map((value, at) => value - (I[at] ?? 0)));
  expect(swapArms(swapArms(normal))).toEqual(normal);
});
