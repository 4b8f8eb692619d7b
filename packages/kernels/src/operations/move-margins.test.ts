import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';
import { marginPlanes } from './move-margins.ts';

const draw = oracle.operands(29);
const shapes: readonly (readonly [n: number, k: number, m: number])[] = [
  [1, 1, 1],
  [7, 33, 31],
  [33, 7, 129],
  [3, 700, 33],
  [130, 40, 140],
  [20, 255, 130],
];
/** How many weights flip and how many inputs change, of 1. */
const shares = [
  [0.5, 0.5],
  [0.03, 0],
  [0, 0.01],
  [0.02, 0.05],
  [1, 0.2],
  [0, 0],
] as const;

describe.each(shapes)('margins of %i x %i x %i that are moved', (n, k, m) => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;
  const thresholds = draw.ints(n, -9, 9);
  // Thresholds that no dot reaches, and that all do.
  thresholds[1] = 2_000_000_000;
  thresholds[2] = -2_000_000_000;
  const limits = oracle.writePlain(arena.i32(1, n), thresholds.slice(0, n));
  const dotsOf = (weights: Int8Array, x: Int8Array) =>
    oracle.productSign(weights, Int32Array.from(x), new Int32Array(n * m), [n, k, m]);
  const reached = (dots: Int32Array) =>
    [...dots].map((dot, at) => (dot >= (thresholds[Math.floor(at / m)] ?? 0) ? 1 : -1));

  test('go along with weights and inputs, step by step', () => {
    let [weights, x] = [draw.signs(n * k), draw.signs(k * m)];
    const margins = arena.bits(n * marginPlanes(k), m);
    const [signs, changed] = [arena.bits(n, m), arena.bits(n, m)];
    const none = { starts: arena.i32(1, 2 * n + 1), inputs: arena.i32(1, 1) };
    const dots = oracle.writePlain(arena.i32(n, m), dotsOf(weights, x));
    const input = oracle.writeSigns(arena.bits(k, m), x);
    kernels.sliceMargins(dots, k, limits, margins);
    kernels.moveMargins({ margins, flips: none, input, all: true, signs, changed });
    for (const [flipped, changing] of shares) {
      const old = reached(dotsOf(weights, x));
      expect([...oracle.readSigns(signs)]).toEqual(old);
      const [flip, change] = [draw.floats(n * k), draw.floats(k * m)];
      const turned = weights.map((sign, at) => (chance(flip[at]) < flipped ? -sign : sign));
      // Image 0 changes nowhere, image 1 everywhere, unless no image does.
      const fresh = x.map((sign, at) => {
        const share = at % m < 2 && changing > 0 ? at % m : changing;
        return chance(change[at]) < share ? -sign : sign;
      });
      const where = oracle.writeSigns(
        arena.bits(k, m),
        x.map((sign, at) => (sign === fresh[at] ? -1 : 1)),
      );
      const before = arena.bits(k, n);
      kernels.transposeBits(oracle.writeSigns(arena.bits(n, k), weights), before);
      const { starts, inputs } = oracle.flipsOf(weights, turned, n);
      const flips = {
        starts: oracle.writePlain(arena.i32(1, 2 * n + 1), starts),
        inputs: oracle.writePlain(arena.i32(1, Math.max(1, inputs.length)), inputs),
      };
      const total = kernels.moveMargins({
        margins,
        flips,
        input: oracle.writeSigns(arena.bits(k, m), fresh),
        ...(changing > 0 ? { changes: { where, before } } : {}),
        all: false,
        signs,
        changed,
      });
      [weights, x] = [turned, fresh];
      const expected = reached(dotsOf(weights, x));
      expect([...oracle.readSigns(signs)]).toEqual(expected);
      const differing = expected.map((sign, at) => (sign === old[at] ? -1 : 1));
      expect([...oracle.readSigns(changed)]).toEqual(differing);
      expect(total).toBe(differing.filter((sign) => sign === 1).length);
      for (const matrix of [signs, changed]) expect(oracle.dirtyPadding(matrix)).toBe(0);
    }
  });
});

test('replaced bits say where they are new', () => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;
  const [x, y] = [draw.signs(5 * 200), draw.signs(5 * 200)];
  const a = oracle.writeSigns(arena.bits(5, 200), x);
  const difference = arena.bits(5, 200);
  const total = kernels.replaceBits(a, oracle.writeSigns(arena.bits(5, 200), y), difference);
  expect(oracle.readSigns(a)).toEqual(y);
  const differing = x.map((sign, at) => (sign === y[at] ? -1 : 1));
  expect(oracle.readSigns(difference)).toEqual(differing);
  expect(total).toBe(differing.filter((sign) => sign === 1).length);
});

/** A number of 0 … 1 from one of -1 … 1. */
function chance(value = 0): number {
  return (value + 1) / 2;
}
