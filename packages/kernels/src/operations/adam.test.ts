import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';

const draw = oracle.operands(15);
const scalars = { beta1: 0.9, beta2: 0.999, stepSize: 0.05, varianceScale: 3, epsilon: 1e-8 };

describe.each([
  [1, 1],
  [7, 33],
  [33, 128],
  [3, 1025],
])('Adam on %i x %i weights', (rows, columns) => {
  test.each(['unit', 'none'] as const)('clip %s: three steps have the bits of the oracle', (clip) => {
    const { arena, adam } = createKernels({ backend: 'wasm' });
    const size = rows * columns;
    const start = draw.floats(size);
    const weights = oracle.writePlain(arena.f32(rows, columns), start);
    const [firstMoment, secondMoment] = [arena.f32(rows, columns), arena.f32(rows, columns)];
    const gradient = arena.f32(rows, columns);
    const signs = arena.bits(rows, columns);
    let expected = Array.from(start, (weight) => ({ weight, first: 0, second: 0 }));
    for (let step = 0; step < 3; step++) {
      const slopes = draw.floats(size);
      oracle.writePlain(gradient, slopes);
      adam({ weights, gradient, firstMoment, secondMoment, clip, signs, ...scalars });
      expected = expected.map(({ weight, first, second }, i) =>
        oracle.adamScalar(weight, slopes[i] ?? 0, first, second, { clip, ...scalars }),
      );
    }
    expect(oracle.readFloats(weights)).toEqual(Float32Array.from(expected, (e) => e.weight));
    expect(oracle.readFloats(secondMoment)).toEqual(Float32Array.from(expected, (e) => e.second));
    expect(oracle.readSigns(signs)).toEqual(Int8Array.from(expected, (e) => (e.weight >= 0 ? 1 : -1)));
    expect([weights, firstMoment, secondMoment, signs].map(oracle.dirtyPadding)).toEqual([0, 0, 0, 0]);
  });
});

test('a NaN gradient stays visible through the clipping', () => {
  const { arena, adam } = createKernels({ backend: 'wasm' });
  const [weights, gradient, firstMoment, secondMoment] = [
    arena.f32(1, 1),
    arena.f32(1, 1),
    arena.f32(1, 1),
    arena.f32(1, 1),
  ];
  gradient.view[0] = Number.NaN;
  adam({ weights, gradient, firstMoment, secondMoment, clip: 'unit', ...scalars });
  expect(weights.view[0]).toBeNaN();
});

test('an infinite step is refused', () => {
  const { arena, adam } = createKernels({ backend: 'wasm' });
  const [weights, gradient, firstMoment, secondMoment] = [
    arena.f32(1, 1),
    arena.f32(1, 1),
    arena.f32(1, 1),
    arena.f32(1, 1),
  ];
  expect(() =>
    adam({ weights, gradient, firstMoment, secondMoment, clip: 'unit', ...scalars, stepSize: 1 / 0 }),
  ).toThrow(expect.objectContaining({ code: 'KERNEL_SCALAR_INVALID' }));
});
