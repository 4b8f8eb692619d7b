import { positions } from '@bitfront/bits';
import type { ConvolutionShape } from '@bitfront/bits';
import { describe, expect, it } from 'vitest';
import { convolution, square } from './networks.fixture.ts';
import { openWindows } from './pool-items.ts';
import { slidingOf } from './sliding.ts';

const shapes: readonly ConvolutionShape[] = [
  convolution(1, 5, 1),
  convolution(1, 7, 1, { padding: square(1) }),
  convolution(1, 6, 1, { kernel: { height: 1, width: 4 }, stride: square(2) }),
  convolution(1, 6, 1, { kernel: { height: 4, width: 1 }, padding: { height: 2, width: 0 } }),
  convolution(1, 6, 1, { kernel: { height: 2, width: 6 } }),
  convolution(1, 9, 1, { kernel: square(1), stride: { height: 3, width: 1 } }),
];

describe('slidingOf', () => {
  it.each(shapes)('shifts every window into the registers, pixel by pixel: %#', (shape) => {
    const sliding = slidingOf(shape);
    if (sliding === undefined) return expect.unreachable('these windows slide');
    const { taps, lines, linePixels, shifts } = sliding;
    const { kernel, stride, padding, input } = shape;
    const width = input.width + 2 * padding.width;
    const kept = kernel.width + linePixels;
    expect(kernel.width * (lines + 1)).toBe(taps);
    // Registers and line memories as one chain of pixels, the newest first.
    const chain: number[] = [];
    const seen = new Set<string>();
    const { height: rows, width: columns } = positions(shape);
    for (let pixel = 0; pixel < shifts; pixel++) {
      chain.unshift(pixel);
      chain.length = Math.min(chain.length, taps + lines * linePixels);
      const [bottom, right] = [Math.floor(pixel / width), pixel % width];
      const [top, left] = [bottom - kernel.height + 1, right - kernel.width + 1];
      const [y, x] = [top / stride.height, left / stride.width];
      if (top < 0 || left < 0 || !Number.isInteger(y) || !Number.isInteger(x)) continue;
      seen.add(`${y} ${x}`);
      for (let dy = 0; dy < kernel.height; dy++)
        for (let dx = 0; dx < kernel.width; dx++) expect(chain[dy * kept + dx]).toBe(pixel - dy * width - dx);
    }
    expect(seen.size).toBe(rows * columns);
  });
  it('is nothing where the kernel covers the padded image', () => {
    expect(slidingOf(convolution(2, 3, 1))).toBeUndefined();
    expect(slidingOf(convolution(2, 3, 1, { kernel: square(5), padding: square(1) }))).toBeUndefined();
  });
});

describe('openWindows', () => {
  it.each([
    // One row of 4 windows; two rows of 4; three rows of 7; one row of 3.
    [square(2), square(2), 4],
    [square(3), square(2), 2 * 4],
    [square(3), square(1), 3 * 7],
    [square(2), square(3), 3],
    // Windows one row high overlap in pairs; windows one column wide wait in two rows of 9.
    [{ height: 1, width: 3 }, square(2), 2],
    [{ height: 3, width: 1 }, { height: 2, width: 1 }, 2 * 9],
    [square(1), square(1), 1],
  ])('is enough for all windows that wait for outputs on 9 × 9 positions: %#', (size, stride, words) => {
    const [before, pooled] = [square(9), { height: 0, width: 0 }];
    pooled.height = Math.floor((before.height - size.height) / stride.height) + 1;
    pooled.width = Math.floor((before.width - size.width) / stride.width) + 1;
    let most = 0;
    for (let y = 0; y < before.height; y++)
      for (let x = 0; x < before.width; x++) {
        const now = y * before.width + x;
        let open = 0;
        for (let py = 0; py < pooled.height; py++)
          for (let px = 0; px < pooled.width; px++) {
            const [top, left] = [py * stride.height, px * stride.width];
            const last = (top + size.height - 1) * before.width + left + size.width - 1;
            if (top * before.width + left <= now && now <= last) open += 1;
          }
        most = Math.max(most, open);
      }
    expect(openWindows({ size, stride }, pooled)).toBe(words);
    expect(words).toBeGreaterThanOrEqual(most);
  });
});
