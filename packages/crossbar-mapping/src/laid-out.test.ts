import { inputFeatures, fanIn, layerDots, type LayerShape, packSigns } from '@bitfront/bits';
import type { LayerMapping } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import {
  columnRuns,
  type CrossbarSize,
  type CrossbarUse,
  mapIm2col,
  mapShiftDuplicate,
  mapSubImage,
  type SubImageOptions,
} from './index.ts';
import { laidOut } from './laid-out.fixture.ts';

const dense = (inputs: number, outputs: number): LayerShape => ({ kind: 'dense', inputs, outputs });
const shapes: readonly LayerShape[] = [
  dense(1, 1),
  dense(95, 16),
  dense(16, 6),
  // Odd sizes, kernels that are not square, strides that leave a rest, padding of one side length, images of 1 × 1.
  layer('convolution', [3, 7, 5], 4, [3, 3], [1, 1], [1, 1]),
  layer('convolution', [2, 9, 8], 3, [3, 2], [2, 3], [0, 1]),
  layer('convolution', [5, 1, 1], 3, [1, 1], [1, 1], [0, 0]),
  layer('convolution', [1, 1, 1], 2, [3, 3], [1, 1], [1, 1]),
  layer('convolution', [4, 1, 11], 2, [1, 3], [1, 1], [0, 1]),
  layer('convolution', [6, 5, 6], 5, [1, 1], [2, 2], [0, 0]),
  layer('convolution', [2, 7, 7], 2, [2, 2], [3, 3], [0, 0]),
  layer('convolution', [1, 6, 6], 1, [5, 5], [1, 1], [2, 2]),
  layer('depthwise', [5, 6, 7], 5, [3, 3], [1, 1], [1, 1]),
  layer('depthwise', [4, 7, 5], 4, [2, 3], [2, 1], [1, 0]),
  layer('depthwise', [3, 4, 4], 3, [1, 1], [1, 1], [0, 0]),
];
const arrays: readonly CrossbarSize[] = [
  { rows: 64, columns: 64 },
  { rows: 40, columns: 12 },
  { rows: 12, columns: 50 },
  { rows: 5, columns: 7 },
  { rows: 2, columns: 2 },
  { rows: 300, columns: 9 },
];
const uses: readonly CrossbarUse[] = [
  { pairs: 'neighbouring-columns', biasRow: false },
  { pairs: 'separate-crossbars', biasRow: true },
  { pairs: 'single', biasRow: false },
  { pairs: 'neighbouring-columns', biasRow: true },
];
const subImages: readonly Omit<SubImageOptions, keyof CrossbarUse>[] = (
  ['largest', 'largest-in-map', 'tuned'] as const
).flatMap((subImage) =>
  [true, false].flatMap((packing) =>
    (['parallel', 'time-multiplexed'] as const).map(
      (spatial) => ({ subImage, packing, spatial, strides: 'exact' }) as const,
    ),
  ),
);

describe('laid out cell by cell', () => {
  it.each(subImages)('sub-images: $subImage, packing $packing, $spatial', (options) => {
    everyCase((shape, array, use) => mapSubImage(shape, array, { ...options, ...use }));
  });

  it.each([1, 1_000_000])('im2col in %i copies', (copies) => {
    everyCase((shape, array, use) => mapIm2col(shape, array, { ...use, copies }));
  });

  it.each(['rectangular', 'square'] as const)('shifted and duplicated kernels, %s', (windows) => {
    everyCase((shape, array, use) => mapShiftDuplicate(shape, array, { ...use, windows }));
  });
});

/** Every shape on every array: what the counts say is what stands on the crossbars, and the crossbars compute the layer. */
function everyCase(map: (shape: LayerShape, array: CrossbarSize, use: CrossbarUse) => LayerMapping): void {
  for (const [at, shape] of shapes.entries())
    for (const array of arrays)
      for (const use of uses) {
        const mapping = map(shape, array, use);
        const name = JSON.stringify({ shape, array, use });
        const layer = randomLayer(shape, String(at));
        const found = laidOut(shape, mapping, array, use, layer);
        const bias = use.biasRow ? 1 : 0;
        const expected = layerDots(shape, layer.weights, layer.values, layer.scale);
        expect(found.dots, name).toEqual(Array.from(expected, (dot) => dot + bias));
        const { crossbars, weightCells, wiredRows, wiredColumns } = mapping;
        const stood = mapping.reads === 1 ? found.ofAll : found.ofFirst;
        expect({ crossbars, weightCells, wiredRows, wiredColumns }, name).toEqual(stood);
        expect(mapping, name).toMatchObject({
          crossbarReads: found.crossbarReads,
          rowDrives: found.rowDrives,
          conversions: found.conversions,
          sums: { rowsDriven: found.mostRowsDriven },
        });
        expect(mapping.sums.parts * expected.length, name).toBe(mapping.conversions);
        expect(mapping.crossbars * mapping.reads, name).toBe(mapping.crossbarReads);
        expectPicture(mapping, array, name);
      }
}

/** The picture of a full crossbar has as many weights as its fullest outputs, all of them inside the array. */
function expectPicture({ placement, sums }: LayerMapping, array: CrossbarSize, name: string): void {
  const { blocks, blockRows, blockColumns, kernel, inputs } = placement;
  expect(blocks * blockColumns, name).toBeLessThanOrEqual(array.columns);
  expect(sums.rowsDriven, name).toBeLessThanOrEqual(array.rows);
  for (const column of [0, blockColumns - 1, blocks * blockColumns - 1]) {
    const runs = columnRuns(placement, column);
    const rows = runs.flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at));
    expect(new Set(rows).size, name).toBe(inputs.channels * kernel.height * kernel.width);
    expect(Math.max(...rows), name).toBeLessThan(blocks * blockRows);
  }
  expect(columnRuns(placement, blocks * blockColumns), name).toEqual([]);
}

function randomLayer(shape: LayerShape, seed: string) {
  const stream = randomStream('mapping', seed);
  const signs = Array.from({ length: shape.outputs * fanIn(shape) }, () => stream.uniform() - 0.5);
  const weights = packSigns(signs, shape.outputs, fanIn(shape));
  const scale = 7;
  const values = Array.from(
    { length: inputFeatures(shape) },
    () => Math.floor(stream.uniform() * (2 * scale + 1)) - scale,
  );
  return { weights, values, scale };
}

function layer(
  kind: 'convolution' | 'depthwise',
  [channels, height, width]: readonly [number, number, number],
  outputs: number,
  ...extents: readonly (readonly [number, number])[]
): LayerShape {
  const [kernel, stride, padding] = extents.map(([h, w]) => ({ height: h, width: w }));
  const none = { height: 0, width: 0 };
  const input = { channels, height, width };
  return { kind, input, outputs, kernel: kernel ?? none, stride: stride ?? none, padding: padding ?? none };
}
