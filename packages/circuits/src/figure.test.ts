import { expect, it } from 'vitest';
import { copies, inParallel, inSeries, nothing } from './figure.ts';

const slow = { areaUm2: 1, energyFj: 2, latencyNs: 3 };
const fast = { areaUm2: 10, energyFj: 20, latencyNs: 0.5 };

it('adds latencies in series and keeps the slowest in parallel', () => {
  expect(inSeries(slow, fast)).toEqual({ areaUm2: 11, energyFj: 22, latencyNs: 3.5 });
  expect(inParallel(slow, fast)).toEqual({ areaUm2: 11, energyFj: 22, latencyNs: 3 });
});

it('multiplies area and energy of copies, not their latency; no copy costs nothing', () => {
  expect(copies(3, fast)).toEqual({ areaUm2: 30, energyFj: 60, latencyNs: 0.5 });
  expect(copies(0, fast)).toEqual(nothing);
});
