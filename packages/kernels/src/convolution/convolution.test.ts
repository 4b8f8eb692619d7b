import {
  type ConvolutionShape,
  layerDots,
  outputVolume,
  packSigns,
  poolSigns,
  positionCount,
} from '@bitfront/bits';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import type { Kernels } from '../kernels.ts';
import { eachTap, inputGradient } from '../oracle/convolution.ts';
import { operands } from '../oracle/operands.ts';
import { readFloats, readInts, readSigns, writePlain, writeSigns } from '../oracle/plain.ts';

const shapeOf = (
  [channels, height, width]: readonly [number, number, number],
  outputs: number,
  [kernel, stride, padding]: readonly [number, number, number],
  pool?: number,
): ConvolutionShape => ({
  kind: 'convolution',
  input: { channels, height, width },
  outputs,
  kernel: { height: kernel, width: kernel },
  stride: { height: stride, width: stride },
  padding: { height: padding, width: padding },
  ...(pool === undefined
    ? {}
    : { pool: { size: { height: pool, width: pool }, stride: { height: 2, width: 2 } } }),
});

const shapes: readonly ConvolutionShape[] = [
  shapeOf([3, 5, 7], 33, [3, 1, 0], 2),
  shapeOf([7, 6, 5], 31, [3, 1, 1], 3),
  shapeOf([1, 9, 8], 1, [5, 3, 4]),
  shapeOf([33, 4, 4], 130, [1, 1, 0], 2),
  { ...shapeOf([4, 1, 12], 9, [1, 1, 0]), kernel: { height: 1, width: 5 }, stride: { height: 1, width: 2 } },
  shapeOf([2, 3, 3], 5, [7, 2, 3]),
];
const seeds = { images: 1, weights: 2, signs: 3, slopes: 4, values: 5, bits: 6 };
const randomSigns = (name: keyof typeof seeds, length: number) => operands(seeds[name]).signs(length);
const numbers = (name: keyof typeof seeds, length: number) => operands(seeds[name]).floats(length);

const depthwise = (shape: ConvolutionShape): ConvolutionShape => ({
  ...shape,
  kind: 'depthwise',
  outputs: shape.input.channels,
});

describe.each(shapes)('a convolution, shape %#', (shape) => {
  const { channels, height, width } = shape.input;
  const pixels = height * width;
  const taps = shape.kernel.height * shape.kernel.width;
  const places = positionCount(shape);
  let kernels: Kernels;
  beforeEach(() => {
    kernels = createKernels({ backend: 'wasm' });
  });

  test.each([32, 96])('windows and a product are the dot products of slow inference, %d lanes', (lanes) => {
    const { arena } = kernels;
    const images = randomSigns('images', channels * pixels * lanes);
    const weights = randomSigns('weights', shape.outputs * taps * channels);
    const windows = arena.bits(taps * channels, places * lanes);
    const input = writeSigns(arena.bits(channels, pixels * lanes), images);
    kernels.convolutionWindows(input, shape, lanes, windows);
    const dots = arena.i32(shape.outputs, places * lanes);
    kernels.productBitSign(writeSigns(arena.bits(shape.outputs, taps * channels), weights), windows, dots);
    const rows = arena.bits(channels * pixels, lanes);
    kernels.flattenPixels(input, lanes, rows);
    const again = arena.bits(taps * channels, places * lanes);
    kernels.convolutionWindows(rows, shape, lanes, again);
    expect(readSigns(again)).toEqual(readSigns(windows));
    const got = readInts(dots);
    for (const lane of [0, 7, lanes - 1]) {
      const image = Array.from({ length: channels * pixels }, (_, at) => images[at * lanes + lane] ?? 0);
      const expected = layerDots(shape, packSigns(weights, shape.outputs, taps * channels), image, 1);
      expect(Array.from(expected, (_, at) => got[at * lanes + lane])).toEqual([...expected]);
    }
  });

  test('windows of bytes, integers and floats show the same pixels, 0 in the padding', () => {
    const lanes = 32;
    const values = Array.from({ length: channels * pixels * lanes }, (_, index) => 1 + (index % 255));
    const seen = new Array<number>(taps * channels * places * lanes).fill(0);
    eachTap(shape, (position, tap, pixel) => {
      for (let channel = 0; channel < channels; channel++)
        for (let lane = 0; lane < lanes; lane++)
          seen[((tap * channels + channel) * places + position) * lanes + lane] =
            values[(channel * pixels + pixel) * lanes + lane] ?? 0;
    });
    for (const kind of ['bytes', 'i32', 'f32'] as const) {
      const byPixel = writePlain(kernels.arena[kind](channels * pixels, lanes), values);
      const out = kernels.arena[kind](taps * channels, places * lanes);
      kernels.convolutionWindows(byPixel, shape, lanes, out);
      expect([...(out.kind === 'f32' ? readFloats(out) : readInts(out))]).toEqual(seen);
    }
  });

  test('the input gradient is that of the oracle, bit for bit', () => {
    const lanes = 32;
    for (const layer of [shape, depthwise(shape)]) {
      const fan = taps * (layer.kind === 'depthwise' ? 1 : channels);
      const signs = randomSigns('signs', fan * layer.outputs);
      const slopes = numbers('slopes', layer.outputs * places * lanes);
      const out = kernels.arena.f32(channels, pixels * lanes);
      kernels.convolutionInputGradient(
        writeSigns(kernels.arena.bits(fan, layer.outputs), signs),
        writePlain(kernels.arena.f32(layer.outputs, places * lanes), slopes),
        layer,
        lanes,
        out,
      );
      expect(readFloats(out)).toEqual(inputGradient(signs, slopes, layer, lanes));
    }
  });

  test('depthwise dot products, and their weight gradient as an inner product', () => {
    const lanes = 32;
    const layer = depthwise(shape);
    const images = randomSigns('images', channels * pixels * lanes);
    const weights = randomSigns('weights', channels * taps);
    const windows = kernels.arena.bits(taps * channels, places * lanes);
    kernels.convolutionWindows(
      writeSigns(kernels.arena.bits(channels, pixels * lanes), images),
      layer,
      lanes,
      windows,
    );
    const dots = kernels.arena.i32(channels, places * lanes);
    kernels.depthwiseDots(windows, writeSigns(kernels.arena.bits(channels, taps), weights), dots);
    const image = Array.from({ length: channels * pixels }, (_, at) => images[at * lanes + 5] ?? 0);
    const expected = layerDots(layer, packSigns(weights, channels, taps), image, 1);
    const got = readInts(dots);
    expect(Array.from(expected, (_, at) => got[at * lanes + 5])).toEqual([...expected]);
    const slopes = numbers('slopes', channels * places * lanes);
    const gradient = kernels.arena.f32(taps, channels);
    kernels.depthwiseWeightGradient(
      windows,
      writePlain(kernels.arena.f32(channels, places * lanes), slopes),
      gradient,
    );
    const seen = readSigns(windows);
    readFloats(gradient).forEach((value, index) => {
      const [tap, channel] = [Math.floor(index / channels), index % channels];
      const partial = [0, 0, 0, 0];
      for (let column = 0; column < places * lanes; column++) {
        const term =
          (seen[(tap * channels + channel) * places * lanes + column] ?? 0) *
          (slopes[channel * places * lanes + column] ?? 0);
        partial[column % 4] = Math.fround((partial[column % 4] ?? 0) + term);
      }
      const [a = 0, b = 0, c = 0, d = 0] = partial;
      expect(value).toBe(Math.fround(Math.fround(a + b) + Math.fround(c + d)));
    });
  });

  test('pooling: floats, their gradient, and bits', () => {
    const lanes = 32;
    const { height: rows, width: columns } = outputVolume(shape);
    const after = rows * columns;
    // Few different values, so that windows have ties.
    const values = numbers('values', shape.outputs * places * lanes).map((x) => Math.round(2 * x) + 0);
    const a = writePlain(kernels.arena.f32(shape.outputs, places * lanes), values);
    const pooled = kernels.arena.f32(shape.outputs, after * lanes);
    kernels.maxPool(a, shape, lanes, pooled);
    const slopes = numbers('slopes', shape.outputs * after * lanes);
    const gradient = writePlain(kernels.arena.f32(shape.outputs, after * lanes), slopes);
    const back = writePlain(kernels.arena.f32(shape.outputs, places * lanes), values);
    kernels.maxPoolBackward(a, gradient, shape, lanes, back);
    const windows = { ...shape, ...poolAsConvolution(shape) };
    const tops = new Float32Array(shape.outputs * after * lanes).fill(-Infinity);
    const expected = new Float32Array(values.length);
    for (let row = 0; row < shape.outputs * lanes; row++) {
      const [channel, lane] = [Math.floor(row / lanes), row % lanes];
      const at = (count: number, place: number) => (channel * count + place) * lanes + lane;
      const firsts = new Int32Array(after);
      eachTap(windows, (position, _tap, place) => {
        const value = values[at(places, place)] ?? 0;
        if (value <= (tops[at(after, position)] ?? 0)) return;
        tops[at(after, position)] = value;
        firsts[position] = at(places, place);
      });
      firsts.forEach((first, position) => {
        expected[first] = (expected[first] ?? 0) + (slopes[at(after, position)] ?? 0);
      });
    }
    expect(readFloats(pooled)).toEqual(tops);
    expect(readFloats(back)).toEqual(expected);

    const bits = randomSigns('bits', values.length);
    const out = kernels.arena.bits(shape.outputs, after * lanes);
    kernels.maxPoolBits(
      writeSigns(kernels.arena.bits(shape.outputs, places * lanes), bits),
      shape,
      lanes,
      out,
    );
    const image = Array.from({ length: shape.outputs * places }, (_, at) => bits[at * lanes + 31] ?? 0);
    const signs = readSigns(out);
    const ours = Array.from({ length: shape.outputs * after }, (_, at) => signs[at * lanes + 31]);
    expect(ours).toEqual(poolSigns(shape, image));
  });
});

test('refuses lanes that fill no words, and shapes that do not fit', () => {
  const kernels = createKernels({ backend: 'wasm' });
  const [shape] = shapes as [ConvolutionShape];
  const out = kernels.arena.bits(27, 15 * 32);
  expect(() => kernels.convolutionWindows(kernels.arena.bits(3, 35 * 31), shape, 31, out)).toThrow(
    '31 images',
  );
  expect(() => kernels.convolutionWindows(kernels.arena.bits(3, 34 * 32), shape, 32, out)).toThrow('"input"');
});

/** The pooling windows as a convolution over the positions. */
function poolAsConvolution(shape: ConvolutionShape) {
  const one = { height: 1, width: 1 };
  const pool = shape.pool ?? { size: one, stride: one };
  const { height, width } = outputVolume({
    ...shape,
    kernel: shape.kernel,
    pool: { size: one, stride: one },
  });
  return {
    input: { channels: shape.outputs, height, width },
    kernel: pool.size,
    stride: pool.stride,
    padding: { height: 0, width: 0 },
  };
}
