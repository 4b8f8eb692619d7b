import type { InferenceView } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { expectRelative } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { fixedPoint, memory, mnist, rowOf, stochastic } from './trial.fixture.ts';

const [reads1, reads2, reads3] = [802_816, 1_048_576, 10_240];

describe('against a slower count, read by read', () => {
  it('agrees on cells, amplifiers and trees for random shapes', () => {
    const random = randomStream('shapes');
    const upTo = (most: number) => 1 + Math.floor(random.uniform() * most);
    for (let trial = 0; trial < 40; trial++) {
      const widths = [upTo(40), upTo(20), upTo(9)];
      const [rows, columns] = [upTo(24), upTo(24)];
      const view = [fixedPoint(upTo(8)), stochastic(upTo(9), 'output'), stochastic(upTo(9), 'first-layer')][
        trial % 3
      ];
      if (view === undefined) continue;
      const row = rowOf(widths, rows, columns, view);
      const counted = countReads(widths, rows, columns, view);
      // Thresholds and output factors are read too, but under their own heading.
      expectRelative('cells', Number(row['energyPjPerInference.cells']), counted.bits * 0.01, 1e-12);
      // Made of 16 + 2 transistors and a latch that toggles with 1/2: (9·0.175 + 0.5·2·0.7) fF at 0.9 V.
      const senseFj = (9 * 0.175 + 0.7) * 0.81;
      expectRelative(
        'amplifiers',
        Number(row['energyPjPerInference.senseAmplifiers']),
        counted.bits * senseFj * 1e-3,
        1e-9,
      );
      expectRelative('turns', Number(row['latencyNs.cells']), counted.turns * 2, 1e-12);
    }
  });
});

describe('what follows from the architecture', () => {
  it('T = 8 draws summed in layer 1 cost the same reads as 8 bit planes', () => {
    const planes = rowOf(mnist, 128, 128, fixedPoint(8));
    const draws = rowOf(mnist, 128, 128, stochastic(8, 'first-layer'));
    for (const part of ['cells', 'senseAmplifiers', 'popcount', 'wordLineDrivers']) {
      expect(draws[`energyPjPerInference.${part}`]).toBe(planes[`energyPjPerInference.${part}`]);
    }
  });

  it('the README’s two ratios of bit-serial to stochastic energy', () => {
    const areaUm2PerBit = 2 * 48 * 0.13 * 0.13;
    const other = {
      cell: { ...memory.cell, nodeNm: 130, supplyV: 1.2, areaUm2PerBit },
      read: { energyFjPerBit: 25, latencyNs: 5 },
    };
    const energyPj = (view: InferenceView) =>
      Number(rowOf(mnist, 128, 128, view, other).energyPjPerInference);
    const serialPj = energyPj(fixedPoint(8));
    expect(serialPj / energyPj(stochastic(2, 'output'))).toBeCloseTo(2.1, 2);
    expect(serialPj / energyPj(stochastic(3, 'first-layer'))).toBeCloseTo(2.2, 2);
    // Synapses: (8·l1 + l2 + l3) / (2·(l1 + l2 + l3)) and the like.
    expect((8 * reads1 + reads2 + reads3) / (2 * (reads1 + reads2 + reads3))).toBeCloseTo(2.01, 2);
    expect((8 * reads1 + reads2 + reads3) / (3 * reads1 + reads2 + reads3)).toBeCloseTo(2.16, 2);
  });

  it('repeating the network T times multiplies the reads of all layers by T', () => {
    const once = rowOf(mnist, 128, 128, stochastic(1, 'output'));
    for (const accumulation of ['output', 'vote'] as const) {
      const more = rowOf(mnist, 128, 128, stochastic(4, accumulation));
      for (const name of [
        'energyPjPerInference.cells',
        'latencyNs.popcount',
        'energyPjPerInference.registers',
      ]) {
        expectRelative(name, Number(more[name]), 4 * Number(once[name]), 1e-12);
      }
    }
  });

  it('takes no circuits for writing at the supply beyond plain drivers, and large ones at 2 V', () => {
    const at = (voltageV: number) =>
      Number(
        rowOf(mnist, 128, 128, fixedPoint(8), { write: { ...memory.write, voltageV } })[
          'areaUm2.writeDrivers'
        ],
      );
    expect(at(2)).toBeGreaterThan(5 * at(0.9));
    expect(at(3)).toBeGreaterThan(at(2));
  });

  it('spends less where the data are less active', () => {
    const idle = rowOf(mnist, 128, 128, fixedPoint(8), {}, { inputToggle: 0.1, xnorDensity: 0.1 });
    const busy = rowOf(mnist, 128, 128, fixedPoint(8), {}, { inputToggle: 0.5, xnorDensity: 0.5 });
    for (const part of ['popcount', 'senseAmplifiers', 'wires', 'inputEncoding']) {
      const name = `energyPjPerInference.${part}`;
      expect(Number(idle[name])).toBeLessThan(Number(busy[name]));
    }
    expect(idle.areaUm2).toBe(busy.areaUm2);
    expect(idle.latencyNs).toBe(busy.latencyNs);
  });

  it('standby power counts for the whole inference', () => {
    const cell = { ...memory.cell, standbyPowerNwPerBit: 2 };
    const row = rowOf([95, 16, 6], 32, 32, fixedPoint(4), { cell });
    const bits = 4 * 32 * 32;
    // nW · ns = 1e-6 pJ.
    expectRelative(
      'standby',
      Number(row['energyPjPerInference.standby']),
      bits * 2 * Number(row.latencyNs) * 1e-6,
      1e-9,
    );
  });
});

/** Plays one inference: which cells are read, and in how many turns. */
function countReads(widths: readonly number[], rows: number, columns: number, view: InferenceView) {
  const summed = view.kind === 'stochastic' && view.accumulation === 'first-layer';
  const runs = view.kind === 'stochastic' && !summed ? view.presentations : 1;
  let bits = 0;
  let turns = 0;
  for (let once = 0; once < runs; once++) {
    for (let layer = 1; layer < widths.length; layer++) {
      const [inputs, outputs] = [widths[layer - 1] ?? 0, widths[layer] ?? 0];
      const planes =
        layer > 1 ? 1 : view.kind === 'fixed-point' ? view.bits : summed ? view.presentations : 1;
      for (let plane = 0; plane < planes; plane++) {
        const turnsOfArrays = new Map<string, number>();
        for (let neuron = 0; neuron < outputs; neuron++) {
          for (let first = 0; first < inputs; first += columns) {
            bits += Math.min(columns, inputs - first);
            const array = `${Math.floor(neuron / rows)} ${first}`;
            turnsOfArrays.set(array, (turnsOfArrays.get(array) ?? 0) + 1);
          }
        }
        turns += Math.max(...turnsOfArrays.values());
      }
    }
  }
  return { bits, turns };
}
