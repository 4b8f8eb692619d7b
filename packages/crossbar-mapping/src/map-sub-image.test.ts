import type { LayerShape } from '@bitfront/bits';
import { describe, expect, it } from 'vitest';
import { type CrossbarSize, mapSubImage, mappingRow, type SubImageOptions } from './index.ts';
import { convolution, plainCnn, resnet20, separated, smallCnn } from './networks.fixture.ts';

/**
 * "Reading A" of the paper: all numbers of this file were computed by a script of another author from the count equations
 * of the doc comment of mapSubImage, for layers with stride-1 windows; they are not the paper's values, which are not public.
 */
const readingA: SubImageOptions = {
  pairs: 'neighbouring-columns',
  biasRow: false,
  subImage: 'largest',
  packing: true,
  spatial: 'parallel',
  strides: 'as-stride-1',
};
const square = (side: number): CrossbarSize => ({ rows: side, columns: side });
const count = (layers: readonly LayerShape[], side: number, more: Partial<SubImageOptions> = {}) =>
  mappingRow(
    layers.map((layer) => mapSubImage(layer, square(side), { ...readingA, ...more })),
    square(side),
  ).crossbars;
const apart = (layers: readonly LayerShape[]) => layers.flatMap(separated);

describe('mapSubImage: reading A', () => {
  it.each([
    [3, 16, 32, 768, 48, 256],
    [16, 16, 32, 4096, 256, 256],
    [16, 32, 16, 2048, 64, 128],
    [32, 32, 16, 4096, 128, 128],
    [32, 64, 8, 2048, 32, 64],
    [64, 64, 8, 4096, 64, 64],
  ])('%i → %i at %i takes %i (3D), %i (2D), %i (1D) crossbars of 128', (from, to, map, full, deep, point) => {
    const layer = convolution(from, to, map);
    const [depthwise, pointwise] = separated(layer);
    expect(count([layer], 128)).toBe(full);
    expect(count(depthwise === undefined ? [] : [depthwise], 128)).toBe(deep);
    expect(count(pointwise === undefined ? [] : [pointwise], 128)).toBe(point);
  });

  it.each([
    ['plain CNN', plainCnn, 'neighbouring-columns', 17_152, 1488, 15_024, 907],
    ['ResNet-20', resnet20, 'neighbouring-columns', 70_400, 5584, 59_312, 3419],
    ['small CNN', smallCnn, 'single', 4864, 368, 4528, 235],
  ] as const)('%s', (_, layers, pairs, full128, apart128, full256, apart256) => {
    expect(count(layers, 128, { pairs })).toBe(full128);
    expect(count(apart(layers), 128, { pairs })).toBe(apart128);
    expect(count(layers, 256, { pairs })).toBe(full256);
    expect(count(apart(layers), 256, { pairs })).toBe(apart256);
  });

  it('counts both crossbars of separate pairs', () => {
    expect(count(smallCnn, 128, { pairs: 'separate-crossbars' })).toBe(2 * 4864);
    expect(count(apart(smallCnn), 256, { pairs: 'separate-crossbars' })).toBe(2 * 235);
  });

  it.each([
    ['deep first', [1, 0.887, 0.775, 0.69, 0.581, 0.472, 0.418, 0.34, 0.239, 0.137, 0.079]],
    ['input first', [1, 0.943, 0.841, 0.739, 0.662, 0.552, 0.498, 0.389, 0.305, 0.192, 0.079]],
  ])('mixes 3D and 2D + 1D layers of ResNet-20, %s', (order, expected) => {
    const whole = count(resnet20, 128);
    for (const [tenth, ratio] of expected.entries()) {
      const apartOnes = Math.round((tenth / 10) * resnet20.length);
      const mixed = resnet20.flatMap((layer, at) => {
        const converted = order === 'deep first' ? at >= resnet20.length - apartOnes : at < apartOnes;
        return converted ? separated(layer) : [layer];
      });
      // To three decimals; 0.5525 was written 0.552.
      expect(Math.abs(count(mixed, 128) / whole - ratio)).toBeLessThanOrEqual(0.000_500_1);
    }
  });

  it('has a baseline of 7,936 where sub-images are tuned: 2D + 1D then saves 29.6 % at 128', () => {
    expect(count(resnet20, 128, { subImage: 'tuned' })).toBe(7936);
    expect((1 - count(apart(resnet20), 128) / 7936).toFixed(3)).toBe('0.296');
    // At 256, untuned 2D + 1D needs more than tuned 3D; with both tuned it needs a little less.
    const tuned = count(resnet20, 256, { subImage: 'tuned' });
    expect(count(apart(resnet20), 256)).toBeGreaterThan(tuned);
    expect(count(apart(resnet20), 256, { subImage: 'tuned' })).toBeLessThan(tuned);
  });
});

describe('mapSubImage: one crossbar', () => {
  it.each([
    [128, 'neighbouring-columns', 10, 8, 128],
    [256, 'neighbouring-columns', 13, 11, 242],
    [128, 'single', 11, 9, 81],
    [256, 'single', 16, 14, 196],
  ] as const)('%i with pairs %s sees %i pixels a side, gives %i', (side, pairs, pixels, outputs, columns) => {
    // A map that is larger than any sub-image.
    const { placement } = mapSubImage(convolution(1, 1, 64), square(side), { ...readingA, pairs });
    expect(placement).toMatchObject({
      inputs: { channels: 1, height: pixels, width: pixels },
      outputs: { kernels: 1, height: outputs, width: outputs },
      blockRows: pixels * pixels,
      blockColumns: columns,
      blocks: 1,
    });
  });

  it.each([
    [3, 9.0],
    [4, 4.0],
    [5, 2.78],
    [6, 2.25],
    [8, 1.78],
    [10, 1.56],
    [11, 1.49],
    [13, 1.4],
    [16, 1.31],
  ])('has the overlap of sub-images of %i', (side, factor) => {
    const map = side - 2;
    const layer = mapSubImage(convolution(1, 1, 4 * map), square(512), {
      ...readingA,
      subImage: { side },
    });
    expect(layer.pixelDrives / layer.positions).toBeCloseTo(factor, 2);
    expect(layer.placement.inputs.height).toBe(side);
  });

  it('uses 9 of 128 cells of a column, 7 %, and 3.3 % of 256 × 256', () => {
    const use = (side: number, map: number) =>
      mappingRow([mapSubImage(convolution(16, 16, map), square(side), readingA)], square(side))
        .cellUtilisation;
    expect(use(128, 32)).toBeCloseTo(9 / 128, 12);
    // Whole sub-images of 11 × 11 outputs.
    expect(use(256, 33)).toBeCloseTo((9 * 242) / 65_536, 12);
    expect(use(256, 33).toFixed(3)).toBe('0.033');
  });

  it('has no overlap in pointwise and dense layers', () => {
    const layers = [
      convolution(16, 32, 16, { kernel: 1 }),
      { kind: 'dense', inputs: 95, outputs: 16 } as const,
    ];
    const mapped = layers.map((layer) => mapSubImage(layer, square(128), readingA));
    expect(mappingRow(mapped, square(128)).overlapOverhead).toBe(0);
  });
});

describe('mapSubImage: policies', () => {
  it('reads as many crossbars in turn as side by side', () => {
    for (const layer of [...resnet20, ...apart(resnet20)]) {
      const parallel = mapSubImage(layer, square(128), readingA);
      const turns = mapSubImage(layer, square(128), { ...readingA, spatial: 'time-multiplexed' });
      expect(turns.crossbarReads).toBe(parallel.crossbarReads);
      expect([turns.conversions, turns.rowDrives]).toEqual([parallel.conversions, parallel.rowDrives]);
      expect([parallel.reads, parallel.crossbars]).toEqual([1, parallel.crossbarReads]);
      expect(turns.crossbars * turns.reads).toBe(turns.crossbarReads);
    }
  });

  it('tunes at least as well as any side', () => {
    for (const layer of [convolution(5, 7, 9), ...separated(convolution(16, 8, 12))]) {
      const tuned = mapSubImage(layer, square(64), { ...readingA, subImage: 'tuned' }).crossbars;
      for (let side = 3; side <= 7; side++)
        expect(tuned).toBeLessThanOrEqual(
          mapSubImage(layer, square(64), { ...readingA, subImage: { side } }).crossbars,
        );
    }
  });

  it('keeps one channel and one kernel on a crossbar without packing', () => {
    const [depthwise, pointwise] = separated(convolution(16, 16, 8));
    const of = (layer: LayerShape | undefined) =>
      count(layer === undefined ? [] : [layer], 256, { packing: false });
    expect(of(convolution(16, 16, 8))).toBe(256);
    expect(of(depthwise)).toBe(16);
    expect(of(pointwise)).toBe(64);
  });

  it('sees 2(o − 1) + k pixels at stride 2 where strides are exact', () => {
    const layer = convolution(1, 1, 16, { stride: 2 });
    const { placement } = mapSubImage(layer, square(128), { ...readingA, strides: 'exact' });
    // 11² ≤ 128 < 13².
    expect(placement).toMatchObject({
      inputs: { height: 11 },
      outputs: { height: 5 },
      stride: { height: 2 },
    });
  });

  it('takes a row for the bias from the inputs, in every crossbar', () => {
    const layer = convolution(1, 1, 8);
    const without = mapSubImage(layer, { rows: 100, columns: 128 }, readingA);
    const withBias = mapSubImage(layer, { rows: 100, columns: 128 }, { ...readingA, biasRow: true });
    expect(without.placement.outputs.height).toBe(8);
    expect(withBias.placement.outputs.height).toBe(7);
    expect(withBias.sums.rowsDriven).toBe(82);
    // Pieces of 7 and 1 outputs see 9 and 3 pixels; four crossbars have a bias.
    expect([withBias.crossbars, withBias.rowDrives]).toEqual([4, (9 + 3) * (9 + 3) + 4]);
  });

  it.each([
    [{ side: 2 }, /a kernel has 3 x 3/],
    [{ side: 12 }, /10 x 10 outputs and does not fit/],
  ])('refuses %o', (subImage, message) => {
    expect(() => mapSubImage(convolution(1, 1, 8), square(128), { ...readingA, subImage })).toThrow(message);
  });

  it('refuses a crossbar without room for a weight', () => {
    expect(() => mapSubImage(convolution(1, 1, 8), { rows: 8, columns: 1 }, readingA)).toThrow(
      expect.objectContaining({ code: 'MAPPING_CROSSBAR_TOO_SMALL' }),
    );
    expect(() =>
      mapSubImage(convolution(1, 1, 8), { rows: 1, columns: 8 }, { ...readingA, biasRow: true }),
    ).toThrow(/needs 2 rows and 2 columns/);
  });
});
