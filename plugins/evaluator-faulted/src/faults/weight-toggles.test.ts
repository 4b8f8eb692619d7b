import { packSigns } from '@bitfront/bits';
import { loadSigns } from '@bitfront/inference';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { drawFaults } from './fault-draws.ts';
import { flipBits } from './flip-bits.ts';
import { togglesTo, toggleWeights } from './weight-toggles.ts';

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
  for (const [plusToMinus, minusToPlus] of [
    [0.01, 0.01],
    [0.3, 0.02],
    [0, 0.5],
    [1, 1],
    [1e-3, 0],
    [0, 0],
  ] as const) {
    const to = { plusToMinus, minusToPlus };
    const toggles = togglesTo(stored, draws, to, weights);
    toggleWeights(weights, toggles);
    const read = flipBits(stored, to, randomStream('faults'));
    expect(weights.view).toEqual(loadSigns(kernels, read).view);
    expect(toggles.starts.at(-1)).toBe(toggles.count);
    expect(toggles.inputs.length).toBe(toggles.count);
  }
});

test('only draws below a bound are kept, in the same order', () => {
  const all = drawFaults(rows, columns, randomStream('faults'), 1);
  expect(all.uniforms.length).toBe(rows * columns);
  const some = drawFaults(rows, columns, randomStream('faults'), 0.2);
  for (let row = 0; row < rows; row++) {
    const draws = (of: typeof all) =>
      Array.from(of.uniforms.subarray(of.starts[row], of.starts[row + 1]), (u, at) => [
        u,
        of.columns[(of.starts[row] ?? 0) + at],
      ]);
    expect(draws(some)).toEqual(draws(all).filter(([u = 1]) => u < 0.2));
  }
});
