import { describe, expect, it } from 'vitest';
import { mapIm2col, mapShiftDuplicate, mapSubImage } from './index.ts';
import { convolution } from './networks.fixture.ts';

const array = { rows: 512, columns: 512 };
type Layer = readonly [number, number, number, number, number, number, number];
const use = { pairs: 'single', biasRow: false } as const;

/**
 * Layers of ResNet-18 without padding, as J. Rhe et al. count them: kernel, channels, kernels, size of the image; then the
 * cycles that the authors' program prints (github.com/djwhsdj/VW-SDK, main.ipynb) for 512 × 512 cells, one per weight:
 * im2col, SDK, VW-SDK. Ours are its cycles but for three layers, where the program leaves positions at the edge out (their
 * counts are those of ⌊106 / 16⌋ and ⌊54 / 8⌋ windows across) or cuts by whole channels where im2col takes fewer.
 */
const layers: readonly Layer[] = [
  [7, 3, 64, 112, 11_236, 2809, 1431],
  [3, 64, 64, 56, 5832, 1458, 1458],
  [3, 64, 128, 28, 1352, 338, 338],
  [3, 128, 128, 28, 2028, 2028, 676],
  [3, 128, 256, 14, 432, 432, 288],
  [3, 256, 256, 14, 720, 720, 504],
  [3, 256, 512, 7, 125, 125, 125],
  [3, 512, 512, 7, 225, 225, 225],
];
const shapeOf = ([kernel, channels, kernels, size]: Layer) =>
  convolution(channels, kernels, size - kernel + 1, { kernel, padding: 0 });
const cycles = (layer: Layer, windows: 'rectangular' | 'square') =>
  mapShiftDuplicate(shapeOf(layer), array, { ...use, windows });

describe('mapShiftDuplicate', () => {
  it.each(layers)('kernels of side %i, %i → %i on %i pixels: %i, %i, %i cycles', (...layer) => {
    const [, , , , unrolled, square, rectangular] = layer;
    expect(mapIm2col(shapeOf(layer), array, { ...use, copies: 1 }).crossbarReads).toBe(unrolled);
    expect(cycles(layer, 'square').crossbarReads).toBe(square);
    expect(cycles(layer, 'rectangular').crossbarReads).toBe(rectangular);
  });

  it('is 1.69 times as fast with rectangles as with squares on the five kinds of layers, as the abstract says', () => {
    const five = layers.filter(([, channels, kernels], at) => at === 0 || channels === kernels);
    const total = (windows: 'rectangular' | 'square') =>
      five.reduce((sum, layer) => sum + cycles(layer, windows).crossbarReads, 0);
    expect(total('square')).toBe(7240);
    expect((total('square') / total('rectangular')).toFixed(2)).toBe('1.69');
  });

  it('takes the windows that the program takes: 4 × 4 pixels of 32 channels, 4 × 3 of 42', () => {
    const sizes = [3, 4].map(
      (at) => cycles(layers[at] ?? [1, 1, 1, 1, 0, 0, 0], 'rectangular').placement.inputs,
    );
    expect(sizes[0]).toEqual({ channels: 32, height: 4, width: 4 });
    expect([sizes[1]?.channels, (sizes[1]?.height ?? 0) * (sizes[1]?.width ?? 0)]).toEqual([42, 12]);
  });

  it('finds what a search over sub-images of all sides that are square cannot beat', () => {
    for (const layer of [
      convolution(8, 8, 12),
      convolution(16, 4, 9, { stride: 2 }),
      convolution(3, 10, 7),
    ]) {
      const size = { rows: 96, columns: 40 };
      const best = mapShiftDuplicate(layer, size, { ...use, windows: 'rectangular' }).crossbarReads;
      const square = mapSubImage(layer, size, {
        ...use,
        subImage: 'tuned',
        packing: true,
        spatial: 'time-multiplexed',
        strides: 'exact',
      });
      expect(best).toBeLessThanOrEqual(square.crossbarReads);
    }
  });
});
