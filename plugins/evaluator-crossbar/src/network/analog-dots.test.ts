import { fanIn, unpackSigns } from '@bitfront/bits';
import type { CrossbarMapping, KnownConductance } from '@bitfront/core';
import { solveExact } from '@bitfront/crossbar-circuit';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { drawCells } from '../cells/draw-cells.ts';
import { sumParts } from '../column/sum-parts.ts';
import { context, crossbarInput, dense, mappingOf, spread } from '../crossbar-input.fixture.ts';
import type { ReadSettings } from '../read-settings.ts';
import { analogDots } from './analog-dots.ts';
import { programChip } from './chip.ts';

const lines = { sourceOhm: 400, wireOhm: 30, neuronOhm: 250 };
const [inputs, neurons, lanes] = [23, 7, 6];
const cases = (['neighbouring-columns', 'separate-crossbars', 'single'] as const).flatMap((pairs) =>
  (['unipolar', 'bipolar'] as const).flatMap((drive) => [3, 7].map((adcBits) => ({ pairs, drive, adcBits }))),
);

describe('analogDots', () => {
  it.each(cases)(
    'is what Kirchhoff, converters and adders give, read by read: $pairs, $drive, $adcBits bits',
    ({ pairs, drive, adcBits }) => {
      const layers = dense(inputs, neurons);
      const mapping = mappingOf(layers, { rows: 9, columns: 4 }, pairs);
      const read: ReadSettings = { drive, adcBits, adcRangeSigmas: 2.5, rowsInParallel: 5, lines };
      const input = crossbarInput(layers, { kind: 'fixed-point', bits: 3 }, spread, mapping);
      const kernels = createKernels();
      const chip = programChip(kernels, input, read, context, 1);
      const counts = kernels.arena.bytes(inputs, lanes);
      const random = randomStream('counts');
      for (let row = 0; row < inputs; row++)
        counts.row(row).set(Array.from({ length: lanes }, () => random.integer(8)));
      const { values } = analogDots(kernels, chip.layers[0]!, { values: counts, scale: 7, lanes }, drive);
      for (let lane = 0; lane < lanes; lane++) {
        const seen = Array.from({ length: inputs }, (_, row) => counts.row(row)[lane]!);
        const slow = slowDots(input, pairs, read, seen);
        for (const [neuron, dot] of slow.entries())
          expect(values[lane * neurons + neuron]).toBeCloseTo(dot, 6);
      }
    },
  );
});

/** One image at a time: every read is a solved network of its own. */
function slowDots(
  { network, mapping }: ReturnType<typeof crossbarInput>,
  pairs: CrossbarMapping['pairs'],
  { drive, adcBits, adcRangeSigmas, rowsInParallel }: ReadSettings,
  seen: readonly number[],
): readonly number[] {
  const [layer] = network.architecture.layers;
  const signs = unpackSigns(network.weights[0]!);
  const [plus, minus] = (['plus', 'minus'] as const).map((polarity) =>
    drawCells((cell) => signs[cell]! > 0 === (polarity === 'plus'), fanIn(layer!) * neurons, spread, {
      spread: context.random('conductance', 1, 0, polarity),
      stuck: context.random('stuck', 1, 0, polarity),
    }),
  );
  const dots = new Array<number>(neurons).fill(0);
  const together = pairs === 'neighbouring-columns' ? 2 : 4;
  for (let plane = 0; plane < 3; plane++)
    for (const part of sumParts(layer!, mapping.layers[0]!.sums))
      for (let first = 0; first < part.length; first += rowsInParallel)
        for (let neuron = 0; neuron < neurons; neuron++) {
          const group = Array.from({ length: neurons }, (_, n) => n).filter(
            (n) => Math.floor(n / together) === Math.floor(neuron / together),
          );
          const reads = [...part].slice(first, first + rowsInParallel);
          const volts = Float64Array.from(part, (weight) => {
            if (!reads.includes(weight)) return 0;
            return (seen[weight]! >> plane) & 1 ? 1 : drive === 'unipolar' ? 0 : -1;
          });
          const crossbar = (columns: readonly (readonly [Float64Array, number])[]) =>
            solveExact(
              {
                rows: part.length,
                columns: columns.length,
                conductanceUs: Float64Array.from(
                  [...part].flatMap((weight) => columns.map(([cells, n]) => cells[n * inputs + weight]!)),
                ),
              },
              lines,
              volts,
            ).columnCurrentsUa;
          const at = group.indexOf(neuron);
          const alone = (cells: Float64Array) => crossbar(group.map((n) => [cells, n] as const))[at]!;
          const both = () =>
            crossbar(
              group.flatMap(
                (n) =>
                  [
                    [plus!, n],
                    [minus!, n],
                  ] as const,
              ),
            );
          const driven = volts.reduce((sum, v) => sum + v, 0);
          const { onUs, offUs } = spread as KnownConductance;
          const sum =
            pairs === 'single'
              ? (2 * alone(plus!) - (onUs + offUs) * driven) / (onUs - offUs)
              : (pairs === 'separate-crossbars'
                  ? alone(plus!) - alone(minus!)
                  : both()[2 * at]! - both()[2 * at + 1]!) /
                (onUs - offUs);
          const stored = reads.reduce((total, weight) => total + signs[neuron * inputs + weight]!, 0);
          const found = nearest(sum, reads.length, drive, adcBits, adcRangeSigmas);
          dots[neuron]! += 2 ** plane * (drive === 'unipolar' ? 2 * found - stored : found);
        }
  return dots;
}

/** The nearest of the levels, found by looking at all of them. */
function nearest(sum: number, rows: number, drive: string, bits: number, sigmas: number): number {
  const possible =
    drive === 'unipolar'
      ? Array.from({ length: rows + 1 }, (_, value) => value)
      : Array.from({ length: rows + 1 }, (_, value) => value).filter((value) => (rows - value) % 2 === 0);
  const wanted = sigmas * Math.sqrt(drive === 'unipolar' ? rows / 2 : rows);
  const range = possible.find((value) => value >= wanted) ?? rows;
  const exact = (2 * range) / (drive === 'unipolar' ? 1 : 2) + 1;
  const count = Math.min(exact, drive === 'unipolar' ? 2 ** bits - 1 : 2 ** bits);
  const levels = Array.from({ length: count }, (_, code) => -range + (code * 2 * range) / (count - 1));
  return levels.reduce((best, level) => (Math.abs(level - sum) < Math.abs(best - sum) ? level : best));
}
