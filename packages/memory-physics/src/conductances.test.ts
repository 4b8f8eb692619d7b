import { exp, randomStream } from '@bitfront/math';
import { expect, it } from 'vitest';
import { conductances, tunnelConductances } from './conductances.ts';

const cell = {
  lowResistanceKohm: 10,
  highResistanceKohm: 400,
  lowLogSpread: 0.3,
  highLogSpread: 0.9,
  stuckOnProbability: 0.01,
  stuckOffProbability: 0.02,
  readVoltageV: 0.2,
};

it('turns kΩ into µS and keeps spreads, stuck cells and voltage', () => {
  expect(conductances(cell)).toEqual({
    onUs: 100,
    offUs: 2.5,
    onLogSigma: 0.3,
    offLogSigma: 0.9,
    stuckOnProbability: 0.01,
    stuckOffProbability: 0.02,
    readVoltageV: 0.2,
  });
});

it('has the median and the log-spread of 20,000 inverted resistances', () => {
  const stream = randomStream('1', 'inverted');
  const drawn = Array.from({ length: 20_001 }, () => 1000 / (400 * exp(0.9 * stream.normal()))).sort(
    (a, b) => a - b,
  );
  const { offUs, offLogSigma } = conductances(cell);
  expect((drawn[10_000] ?? 0) / offUs).toBeCloseTo(1, 1);
  // The 15.87 % point lies one deviation below.
  expect((drawn[3174] ?? 0) / (offUs * exp(-offLogSigma))).toBeCloseTo(1, 1);
});

it('takes the parallel state of a junction as its on state', () => {
  const found = tunnelConductances({ ...cell, parallelKohm: 4, magnetoresistance: 1 });
  expect([found.onUs, found.offUs]).toEqual([250, 125]);
});
