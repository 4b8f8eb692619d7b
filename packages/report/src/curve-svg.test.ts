import { expect, test } from 'vitest';
import { curveSvg } from './curve-svg.ts';

const plot = {
  title: 'two curves',
  x: { title: 'Bit error rate', unit: '1', scale: 'logarithmic' },
  y: { title: 'Test accuracy', unit: '%', scale: 'linear' },
  series: [
    {
      name: 'first',
      points: [
        { x: 0, y: 90 },
        { x: 0.001, y: 89 },
        { x: 0.01, y: 80 },
      ],
    },
    { name: 'second', points: [{ x: 0.01, y: 85 }] },
  ],
} as const;

test('curves have their names, units and marks, and the same bytes every time', async () => {
  const svg = await curveSvg(plot);
  for (const text of ['two curves', 'Bit error rate', 'Test accuracy (%)', 'first', 'second'])
    expect(svg).toContain(text);
  expect(await curveSvg(plot)).toBe(svg);
});

test('a logarithmic axis leaves out what it cannot show', async () => {
  const [{ points }] = plot.series;
  const without = { ...plot, series: [{ name: 'first', points: points.slice(1) }, plot.series[1]] };
  expect(await curveSvg(without)).toBe(await curveSvg(plot));
});
