import type { LayerMapping } from '@bitfront/core';
import { type CrossbarUse, mapIm2col, mapSubImage } from '@bitfront/crossbar-mapping';
import { describe, expect, it } from 'vitest';
import { mappingSvg, mappingsSvg } from './mapping-svg.ts';

const use: CrossbarUse = { pairs: 'neighbouring-columns', biasRow: false };
const square = (size: number) => ({ height: size, width: size });
const shape = {
  kind: 'convolution',
  input: { channels: 16, ...square(33) },
  outputs: 16,
  kernel: square(3),
  stride: square(1),
  padding: square(1),
} as const;
const subImage = (side: number, biasRow = false): LayerMapping =>
  mapSubImage(
    shape,
    { rows: side, columns: side },
    { ...use, biasRow, subImage: 'largest', packing: true, spatial: 'parallel', strides: 'exact' },
  );

/** Area of the rectangles of the path of weights, in cells. */
function weightCells(svg: string): number {
  const path = /<path [^>]*d="([^"]*)"/.exec(svg)?.[1] ?? '';
  const sides = [...path.matchAll(/h([\d.]+)v([\d.]+)h-/g)];
  return sides.reduce((sum, [, w, h]) => sum + Number(w) * Number(h), 0);
}

describe('mappingSvg', () => {
  it.each([
    // 64 and 121 outputs of 9 pairs of cells; in 3 runs each.
    [128, 64],
    [256, 121],
  ])('draws every cell of weight of a crossbar of %i once, in runs', (side, outputs) => {
    const svg = mappingSvg(subImage(side), { rows: side, columns: side }, use.pairs);
    expect(weightCells(svg)).toBe(outputs * 18);
    expect(svg.match(/M/g)).toHaveLength(outputs * 3);
    expect(svg.length).toBeLessThan(30_000);
  });

  it('draws a dense block as one rectangle', () => {
    const array = { rows: 128, columns: 128 };
    const layer = mapIm2col({ kind: 'dense', inputs: 784, outputs: 10 }, array, { ...use, copies: 1 });
    const svg = mappingSvg(layer, array, use.pairs);
    expect(svg.match(/M[\d.]+ /g)).toHaveLength(1);
    expect(weightCells(svg)).toBe(128 * 20);
    expect(svg).toContain('crossbars 7, reads 1');
    expect(svg).toContain('a block sees 128 channels of 1 × 1 pixels');
    expect(svg).toContain('and gives 10 kernels at 1 × 1 positions');
  });

  it('has axes, a legend and counts, and a bias row only where there is one', () => {
    const array = { rows: 128, columns: 128 };
    const [svg, withBias] = [subImage(128), subImage(128, true)].map((one) =>
      mappingSvg(one, array, use.pairs),
    );
    for (const text of ['>rows<', '>columns<', '>weight<', '>not used<', '128 × 128 cells', '7.03 %'].slice(
      0,
      5,
    ))
      expect(svg).toContain(text);
    expect(svg).not.toContain('>bias<');
    expect(withBias).toContain('>bias<');
  });

  it('shows blocks alone where cells are too small, and long crossbars as bands', () => {
    const array = { rows: 4096, columns: 4096 };
    const fine = mapSubImage(shape, array, {
      ...use,
      subImage: { side: 8 },
      packing: true,
      spatial: 'parallel',
      strides: 'exact',
    });
    const svg = mappingSvg(fine, array, use.pairs);
    expect(svg.includes('too fine to draw')).toBe(true);
    expect(svg.includes('<path')).toBe(false);
    const band = { rows: 65_536, columns: 2 };
    const layer = mapIm2col({ kind: 'dense', inputs: 9, outputs: 1 }, band, { ...use, copies: 1 });
    expect(mappingSvg(layer, band, use.pairs)).not.toMatch(/NaN|Infinity/);
  });
});

describe('mappingsSvg', () => {
  it('draws the layers one under the other, and the same bytes each time', () => {
    const array = { rows: 128, columns: 128 };
    const layers = [subImage(128), subImage(128, true)];
    const svg = mappingsSvg({ layers, array, pairs: use.pairs });
    expect(svg.match(/Layer \d/g)).toEqual(['Layer 1', 'Layer 2']);
    expect(mappingsSvg({ layers, array, pairs: use.pairs })).toBe(svg);
  });
});
