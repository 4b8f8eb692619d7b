import { describe, expect, it } from 'vitest';
import type { FrontPlot } from './front-plot.ts';
import { frontSvg } from './front-svg.ts';
import { thinPoints } from './thin-points.ts';

const plotOf = (count: number, front: readonly number[], spread = 1): FrontPlot => {
  const values = (start: number) => Float64Array.from({ length: count }, (_, i) => start * (1 + i) ** spread);
  return {
    title: 'mnist-first-front',
    y: {
      column: 'errorRate',
      title: 'Error rate',
      unit: '1',
      values: values(0.01).map((v) => Math.min(1, v)),
    },
    x: [
      { column: 'areaUm2', title: 'Area', unit: 'µm²', values: values(1000) },
      {
        column: 'energyPjPerInference',
        title: 'Energy per inference',
        unit: 'pJ',
        values: values(3).reverse(),
      },
    ],
    by: 'device',
    groupNames: ['device-sram-6t', 'device-stt-mram', 'never-used'],
    groups: Int32Array.from({ length: count }, (_, i) => i % 2),
    front: Uint32Array.from(front),
  };
};
const marks = (svg: string) =>
  svg
    .split('mark-symbol role-mark')
    .slice(1)
    .reduce((sum, group) => sum + (group.split('</g>')[0]?.match(/<path/g)?.length ?? 0), 0);

describe('frontSvg', () => {
  it('draws every point in both panels, with axes, units and a legend of the groups that occur', async () => {
    const svg = await frontSvg(plotOf(40, [0, 1, 5]));
    for (const text of [
      'Error rate (%)',
      'Area (µm²)',
      'Energy per inference (pJ)',
      '3 designs on the front of 40 points',
    ])
      expect(svg).toContain(text);
    expect(svg).toContain('>device-stt-mram<');
    expect(svg).not.toContain('never-used');
    expect(marks(svg)).toBe(80);
  });

  it('gives equal bytes for equal points', async () => {
    expect(await frontSvg(plotOf(300, [3]))).toBe(await frontSvg(plotOf(300, [3])));
  });

  it.each([
    ['no point', 0, []],
    ['one point', 1, [0]],
  ])('copes with %s', async (_, count, front) => {
    const svg = await frontSvg(plotOf(count, front));
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(marks(svg)).toBe(2 * count);
  });

  it('copes with 100,000 points over twenty decades, keeping all of the front', async () => {
    const front = Array.from({ length: 500 }, (_, i) => i * 200);
    const plot = plotOf(100_000, front, 4);
    const thinned = thinPoints(plot);
    expect(thinned.length).toBeLessThanOrEqual(6_000);
    expect(thinned.some((point) => front.includes(point))).toBe(false);
    const svg = await frontSvg(plot);
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(marks(svg)).toBe(2 * (500 + thinned.length));
    expect(svg.length).toBeLessThan(8e6);
  });
});
