import { expect, test } from 'vitest';
import { crossbarsText } from './bench-crossbars.ts';
import { manyLayers } from './crossbar-layers.ts';
import { measureLines } from './measure-lines.ts';

test('the tables of crossbars', () => {
  const lines = { 64: { solveMs: 1.234, responseMs: 12.3, readMs: 0.0081, worst: 2.5e-14 } };
  const text = crossbarsText({ mapMs: { im2col: 0.862 }, pointMs: { 'flash-adc': 0.382 }, lines });
  expect(text).toMatch(/1000 layers, im2col +0\.862/);
  expect(text).toMatch(/a point of VGG8, flash-adc +0\.382/);
  expect(text).toMatch(/64 × 64 +1\.23 +12\.3 +0\.008 +2\.5e-14/);
});

test('measures what it says: equal currents both ways, layers of many shapes', () => {
  const { worst, solveMs, readMs } = measureLines(16);
  expect(worst).toBeLessThan(1e-9);
  expect(solveMs).toBeGreaterThan(readMs);
  expect(new Set(manyLayers(1000).map((layer) => JSON.stringify(layer))).size).toBe(1000);
});
