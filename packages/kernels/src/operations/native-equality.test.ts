import { type ConvolutionShape, positionCount } from '@bitfront/bits';
import { buildFolder, loadNative } from '@bitfront/kernels-native';
import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import type { KernelBackend } from '../native-overlay.ts';
import type { Kernels } from '../kernels.ts';
import type { Matrix } from '../matrix.ts';
import * as oracle from '../oracle/index.ts';

const nativeFolder = process.env.BITFRONT_TEST_NATIVE ?? buildFolder;
const load = loadNative(nativeFolder);
const processors = load.kind === 'ready' ? load.sets.map(({ processor }) => processor) : [];

/** Values that rounding, clipping and comparisons treat in their own way. */
const special = [-0, 0, 1e-40, -1e-45, 1.2e-38, -1, 1, 3e38, -3e38, Number.POSITIVE_INFINITY];

type Work = (kernels: Kernels, keep: <M extends Matrix>(matrix: M) => M) => void;

/** Runs the same work with WebAssembly and natively; all bits of the matrices it keeps must be equal. */
function compareWith(processor: KernelBackend, work: Work): void {
  const results = (['wasm', processor] as const).map((backend) => {
    const kernels = createKernels({ backend, nativeFolder });
    const kept: Matrix[] = [];
    const keep = <M extends Matrix>(matrix: M): M => {
      kept.push(matrix);
      return matrix;
    };
    work(kernels, keep);
    return kept.map(wordsOf);
  });
  const [expected = [], found = []] = results;
  expect(expected.some((words) => words.some((word) => word !== 0))).toBe(true);
  expected.forEach((words, i) => {
    const wrong = words.findIndex((word, at) => word !== found[i]?.[at]);
    expect({ matrix: i, wrong, word: found[i]?.[wrong] }).toEqual({ matrix: i, wrong: -1, word: undefined });
  });
}

/** All bits, padding included; of a value that is no number WebAssembly fixes neither sign nor payload. */
function wordsOf(matrix: Matrix): Uint32Array {
  const bytes = matrix.view.buffer.slice(matrix.byteOffset, matrix.byteOffset + matrix.byteLength);
  const words = new Uint32Array(bytes);
  if (matrix.kind !== 'f32') return words;
  const numbers = new Float32Array(bytes);
  return words.map((word, i) => (Number.isNaN(numbers[i]) ? 0x7fc00000 : word));
}

/** Floats with special values among them. */
function mixed(draw: oracle.Operands, length: number): Float32Array {
  const kinds = draw.ints(length, 0, 12 * special.length - 1);
  return draw.floats(length).map((value, i) => special[kinds[i] ?? 0] ?? value);
}

/** Those of the oracle, of the smallest only the ones in which all three sizes differ. */
const shapes = [
  ...oracle.oddShapes().filter((shape) => Math.max(...shape) > 33 || new Set(shape).size === 3),
  [1, 1, 1],
  [64, 32, 160],
  [1030, 130, 289],
] as const satisfies readonly (readonly [number, number, number])[];

test.skipIf(load.kind !== 'ready')('needs a native build: npm run build:native', () => {
  expect(processors.length).toBeGreaterThan(0);
});

describe.each(processors)('the bits of WebAssembly from %s,', (processor) => {
  const compare = (work: Work) => compareWith(processor, work);

  describe.each(shapes)('products of %i x %i x %i', (n, k, m) => {
    const draw = oracle.operands(n + 7 * k + 31 * m);
    const signs = draw.signs(n * k);
    const bits = draw.signs(k * m);
    const floats = mixed(draw, k * m);
    const counts = draw.ints(k * m, -100, 255).map((x) => Math.max(x, 0));
    const thresholds = draw
      .ints(n, -40, 40)
      .fill(-(2 ** 31), 0, 1)
      .fill(2 ** 31 - 1, 1, 2);

    test('real by sign', () =>
      compare((kernels, keep) => {
        const { arena } = kernels;
        const x = oracle.writePlain(arena.f32(k, m), floats);
        const weights = oracle.writeSigns(arena.bits(n, k), signs);
        kernels.productRealSign(weights, x, keep(arena.f32(n, m)));
        const transposed = oracle.writePlain(arena.f32(m, k), floats);
        // Products leave something behind where the transpose goes.
        kernels.productRealSignTransposed(weights, transposed, keep(arena.f32(n, m)));
      }));

    test.each([255, 256, 2 ** 31 - 1])('integers up to %i by sign', (top) => {
      const ints = draw.ints(k * m, -top, top);
      compare((kernels, keep) => {
        const { arena } = kernels;
        const x = oracle.writePlain(arena.i32(k, m), ints);
        kernels.productIntSign(oracle.writeSigns(arena.bits(n, k), signs), x, keep(arena.i32(n, m)));
      });
    });

    test('counts by sign, thresholded too', () =>
      compare((kernels, keep) => {
        const { arena } = kernels;
        const s = oracle.writeSigns(arena.bits(n, k), signs);
        const x = oracle.writePlain(arena.bytes(k, m), counts);
        const limits = oracle.writePlain(
          arena.i32(1, n),
          thresholds.map((t) => Math.imul(t, t === 40 ? 1 : 20)),
        );
        kernels.productCountSign(s, x, 255, keep(arena.i32(n, m)));
        kernels.thresholdedCountSign(s, x, 255, limits, keep(arena.bits(n, m)));
      }));

    test('signs by sign, thresholded too', () =>
      compare((kernels, keep) => {
        const { arena } = kernels;
        const s = oracle.writeSigns(arena.bits(n, k), signs);
        const x = oracle.writeSigns(arena.bits(k, m), bits);
        kernels.productBitSign(s, x, keep(arena.i32(n, m)));
        kernels.thresholdedBitSign(
          s,
          x,
          oracle.writePlain(arena.i32(1, n), thresholds),
          keep(arena.bits(n, m)),
        );
      }));

    test('rows of signs', () =>
      compare((kernels, keep) => {
        const { arena } = kernels;
        const right = oracle.writeSigns(arena.bits(m, k), bits);
        kernels.productXnor(oracle.writeSigns(arena.bits(n, k), signs), right, keep(arena.i32(n, m)));
      }));

    test('real and counts by real, zeros included', () => {
      const left = draw.floats(n * k).map((x) => Math.max(x, 0));
      const bytes = draw.ints(n * k, -100, 255).map((x) => Math.max(x, 0));
      const right = draw.floats(k * m);
      compare((kernels, keep) => {
        const { arena } = kernels;
        const b = oracle.writePlain(arena.f32(k, m), right);
        kernels.productRealReal(oracle.writePlain(arena.f32(n, k), left), b, keep(arena.f32(n, m)));
        const a = oracle.writePlain(arena.bytes(n, k), bytes);
        kernels.productCountReal(a, b, 2 / 255, keep(arena.f32(n, m)));
      });
    });
  });

  test.each([7, 65_536])('a product of 2 x %i x 5, beyond 16 bits', (k) =>
    compare((kernels, keep) => {
      const { arena } = kernels;
      const s = oracle.writeSigns(arena.bits(2, k), new Int8Array(2 * k).fill(1).fill(-1, k));
      const x = oracle.writeSigns(arena.bits(k, 5), new Int8Array(5 * k).fill(1));
      const limits = oracle.writePlain(arena.i32(1, 2), [k, -k + 1]);
      kernels.productBitSign(s, x, keep(arena.i32(2, 5)));
      kernels.thresholdedBitSign(s, x, limits, keep(arena.bits(2, 5)));
    }),
  );

  test.each([
    [1, 1],
    [7, 33],
    [31, 160],
  ])('a step of Adam on %i x %i', (rows, columns) => {
    const draw = oracle.operands(rows);
    const values = Array.from({ length: 4 }, () => mixed(draw, rows * columns));
    for (const clip of ['unit', 'none'] as const)
      compare((kernels, keep) => {
        const { arena } = kernels;
        const [weights, gradient, firstMoment, secondMoment] = values.map((value, i) =>
          keep(oracle.writePlain(arena.f32(rows, columns), i === 3 ? value.map(Math.abs) : value)),
        );
        if (!weights || !gradient || !firstMoment || !secondMoment) return;
        const moments = { firstMoment, secondMoment, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
        const signs = keep(arena.bits(rows, columns));
        kernels.adam({ weights, gradient, ...moments, stepSize: 1e-3, varianceScale: 2, clip, signs });
      });
  });

  test.each([
    [[3, 5, 7], 33, 3, 32],
    [[33, 4, 4], 130, 1, 96],
    [[7, 6, 5], 1, 2, 64],
  ] as const)('the input gradient of a convolution over %j', (input, outputs, size, lanes) => {
    const [channels, height, width] = input;
    const square = { height: size, width: size };
    const one = { height: 1, width: 1 };
    const shape: ConvolutionShape = {
      kind: 'convolution',
      input: { channels, height, width },
      outputs,
      kernel: square,
      stride: one,
      padding: one,
    };
    const draw = oracle.operands(outputs);
    const signs = draw.signs(size * size * channels * outputs);
    const slopes = mixed(draw, outputs * positionCount(shape) * lanes);
    compare((kernels, keep) => {
      const { arena } = kernels;
      kernels.convolutionInputGradient(
        oracle.writeSigns(arena.bits(size * size * channels, outputs), signs),
        oracle.writePlain(arena.f32(outputs, positionCount(shape) * lanes), slopes),
        shape,
        lanes,
        keep(arena.f32(channels, height * width * lanes)),
      );
    });
  });

  test('a product after the memory grew', () =>
    compare((kernels, keep) => {
      const { arena } = kernels;
      const signs = oracle.writeSigns(arena.bits(1, 3), Int8Array.of(1, -1, 1));
      arena.f32(3000, 1000);
      const x = oracle.writePlain(arena.f32(3, 1), [0.5, 2, -1]);
      kernels.productRealSign(signs, x, keep(arena.f32(1, 1)));
    }));
});

test('says whose instructions compute', () => {
  expect(createKernels({ backend: 'wasm' }).processor).toBe('wasm');
  const best = load.kind === 'ready' ? load.sets[0].processor : 'wasm';
  expect(createKernels({ nativeFolder }).processor).toBe(best);
});
