import { packSigns } from '@bitfront/bits';
import { loadSigns } from '@bitfront/inference';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { drawFaults, drawsBelow } from './fault-draws.ts';
import { flipBits } from './flip-bits.ts';
import { togglesBetween, toggleWeights } from './weight-toggles.ts';

const [rows, columns] = [37, 70];
const random = randomStream('weights');
const stored = packSigns(
  Array.from({ length: rows * columns }, () => random.uniform() - 0.5),
  rows,
  columns,
);

test('toggles lead from any level to any other, as if all bits had been drawn anew', () => {
  const draws = drawFaults(rows, columns, randomStream('faults'), 1);
  const kernels = createKernels();
  const weights = loadSigns(kernels, stored);
  let from = { plusToMinus: 0, minusToPlus: 0 };
  for (const [plusToMinus, minusToPlus] of [
    [0.01, 0.01],
    [0.3, 0.02],
    [0, 0.5],
    [1, 1],
    [1e-3, 0],
    [0, 0],
  ] as const) {
    const to = { plusToMinus, minusToPlus };
    const toggles = togglesBetween(stored, draws, from, to);
    toggleWeights(weights, toggles);
    const read = flipBits(stored, to, randomStream('faults'));
    expect(weights.view).toEqual(loadSigns(kernels, read).view);
    expect(toggles.starts.at(-1)).toBe(toggles.count);
    expect(toggles.inputs.length).toBe(toggles.count);
    from = to;
  }
});

test('only draws below a bound are kept, and all of them are found again', () => {
  const all = drawFaults(rows, columns, randomStream('faults'), 1);
  expect(all.uniforms.length).toBe(rows * columns);
  const some = drawFaults(rows, columns, randomStream('faults'), 0.2);
  expect([...some.uniforms].sort()).toEqual([...all.uniforms].filter((u) => u < 0.2).sort());
  for (const p of [0, 1e-9, 0.01, 0.125, 0.2]) {
    const found = some.uniforms.subarray(0, drawsBelow(some, p)).filter((u) => u < p);
    expect(found.length).toBe(some.uniforms.filter((u) => u < p).length);
  }
  expect(drawsBelow(all, 1)).toBe(rows * columns);
});
