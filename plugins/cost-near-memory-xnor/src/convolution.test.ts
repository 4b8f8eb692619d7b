import type { LayerShape, Row } from '@bitfront/core';
import { describeStage, expectRelative } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { areaParts, energyParts, latencyParts } from './columns.ts';
import cost from './cost-near-memory-xnor.ts';
import { cnv, cnvStart, convolution, halved, oddNetworks, square } from './networks.fixture.ts';
import { dense, fixedPoint, inputsOfLayers, rowOfLayers, run, stochastic, total } from './trial.fixture.ts';

const views = [
  fixedPoint(8),
  fixedPoint(1),
  stochastic(5, 'output'),
  stochastic(5, 'first-layer'),
  stochastic(4, 'vote'),
];
const orders = ['plane-by-plane', 'row-by-row'] as const;
/** NAND2 of ZigZag-IMC at 28 nm: µm², and fJ of a node that toggles at 0.9 V. */
const [gateUm2, gateFj] = [0.614, 0.7 * 0.81];
const nandNs = 0.0478;

describeStage(cost, {
  cases: [
    {
      name: 'the first two layers of CNV on 64 × 64, 8 bits',
      parameters: {},
      inputs: inputsOfLayers(cnvStart, 64, 64, fixedPoint(8)),
      row: {
        // 1 + 9 + 196 arrays: weights exist once, wherever the window lies.
        cellAreaUm2: 206 * 64 * 64 * 0.1,
        // 30² positions 8 times, 28² positions, one.
        'energyPjPerInference.cells': (8 * 900 * 64 * 27 + 784 * 64 * 576 + 125_440) * 0.01,
        'latencyNs.cells': (8 * 900 * 64 + 784 * 64 + 10) * 2,
        // Sums of 27 · 255, of 576 and of 12,544: 13, 10 and 14 bits; 8 + 23 bits per class; 1 pJ each.
        'writeEnergyPj.cells': 1728 + 64 * 13 + 36_864 + 64 * 10 + 125_440 + 10 * 31,
        // Flip-flops of 6 NAND2 for the window of layer 2, and for the 12,544 inputs of layer 3.
        'areaUm2.registers': (9 * 64 + 12_544) * 6 * gateUm2,
        // The window of layer 1 in 8 bits, and 7 multiplexers of 1.5 NAND2 for each of its values.
        'areaUm2.inputEncoding': (27 * 8 * 6 + 27 * 7 * 1.5) * gateUm2,
        // 1024 pixels of 3 · 8 flip-flops; the plane of 27 values changes 900 · 8 times.
        'energyPjPerInference.inputEncoding':
          (1024 * 24 * 3 * (1 + 0.4) + 900 * 8 * 27 * 0.4) * gateFj * 1e-3,
        'latencyNs.inputEncoding': (1024 * 4 + 900 * 8) * nandNs,
        // 64 neurons at 900 positions, then 196 pooled words.
        'latencyNs.registers': (900 * 64 + 196) * 4 * nandNs,
      },
    },
  ],
});

describe('a convolution with one position is a dense layer, to the last digit', () => {
  const whole = { kernel: { height: 3, width: 5 } };
  const input = { channels: 4, height: 3, width: 5 };
  const below = { ...convolution(2, 0, 4), input: { channels: 2, height: 5, width: 7 } };
  it.each([
    ['in layer 1', [], [dense(9, 6)]],
    ['behind a convolution', [below], [dense(9, 6)]],
    ['behind a dense layer', [dense(11, 60)], [dense(9, 6)]],
    ['below a convolution', [], [convolution(1, 3, 5, { kernel: square(2) }), dense(20, 3)]],
  ] as const)('%s', (_, before, after) => {
    for (const view of views) {
      for (const order of orders) {
        const row = (layer: LayerShape) => rowOfLayers([...before, layer, ...after], 7, 13, view, order);
        expect(row({ ...convolution(4, 0, 9, whole), input })).toEqual(row(dense(60, 9)));
      }
    }
  });
  it('one channel deep, depthwise too, but for the input that changes with the channel', () => {
    const one = convolution(1, 4, 1, { kernel: square(4) });
    const layers = (kind: 'convolution' | 'depthwise') => [{ ...one, kind }, dense(1, 2)];
    const [row, other] = [layers('convolution'), layers('depthwise')].map((shapes) =>
      rowOfLayers(shapes, 8, 8, fixedPoint(1)),
    );
    expect(withoutWires(other)).toEqual(withoutWires(row));
  });
});

describe('depthwise', () => {
  const row = rowOfLayers(
    [
      convolution(3, 8, 10, { padding: square(1) }),
      convolution(10, 8, 10, { kind: 'depthwise' }),
      dense(360, 10),
    ],
    4,
    6,
    fixedPoint(1),
  );
  it('reads the 9 weights of one channel after the other, at 36 positions', () => {
    expectRelative(
      'cells',
      Number(row['energyPjPerInference.cells']),
      (64 * 270 + 36 * 90 + 3600) * 0.01,
      1e-12,
    );
    // 4 rows in the fullest array of every layer.
    expect(row['latencyNs.cells']).toBe((64 * 4 + 36 * 4 + 4) * 2);
  });
  it('chooses the channel with 2:1 multiplexers: 9 columns, 10 channels over 3 grid rows', () => {
    const plain = rowOfLayers(
      [convolution(3, 8, 10, { padding: square(1) }), convolution(10, 8, 10), dense(360, 10)],
      4,
      6,
      fixedPoint(1),
    );
    const [areaUm2, energyPj, latencyNs] = [
      'areaUm2.lineBuffers',
      'energyPjPerInference.lineBuffers',
      'latencyNs.lineBuffers',
    ].map((name) => Number(row[name]) - Number(plain[name]));
    expect(areaUm2).toBeCloseTo(9 * (10 - 3) * 1.5 * gateUm2, 6);
    // Two levels at every one of 36 · 10 reads; inputs of density 1/2 change with 1/2.
    expect(energyPj).toBeCloseTo(36 * 10 * 9 * 2 * 0.5 * gateFj * 1e-3, 6);
    expect(latencyNs).toBeCloseTo(36 * 4 * 2 * nandNs, 6);
  });
});

describe('what follows from the shape of a convolution', () => {
  const at = (height: number, width: number, other = {}) => {
    const input = { channels: 2, height, width };
    const shape = { ...convolution(2, 0, 6, other), input };
    return rowOfLayers([shape, convolution(6, 3, 4), dense(4, 2)], 16, 16, fixedPoint(4));
  };
  it('taller images take time and energy, no area before the next layer; wider ones longer lines', () => {
    const [small, tall, wide] = [at(6, 6), at(12, 6), at(6, 12)];
    for (const name of ['energyPjPerInference', 'latencyNs'] as const) {
      expect(Number(tall[name])).toBeGreaterThan(Number(small[name]));
      expect(Number(wide[name])).toBeGreaterThan(Number(small[name]));
    }
    expect(tall.areaUm2).toBe(small.areaUm2);
    expect(Number(wide['areaUm2.lineBuffers'])).toBeGreaterThan(Number(small['areaUm2.lineBuffers']));
    expect(wide.cellAreaUm2).toBe(small.cellAreaUm2);
  });
  it('a stride saves reads and no buffer', () => {
    const [one, two] = [at(11, 11), at(11, 11, { stride: square(2) })];
    expect(two['areaUm2.lineBuffers']).toBe(one['areaUm2.lineBuffers']);
    expect(two['energyPjPerInference.lineBuffers']).toBe(one['energyPjPerInference.lineBuffers']);
    // 81 and 25 positions of 6 neurons with 18 weights in 4 planes; layer 2 has one position, layer 3 reads 8 cells.
    const cellsPj = (positions: number) => (positions * 6 * 18 * 4 + 4 * 54 + 8) * 0.01;
    expectRelative('stride 1', Number(one['energyPjPerInference.cells']), cellsPj(81), 1e-12);
    expectRelative('stride 2', Number(two['energyPjPerInference.cells']), cellsPj(25), 1e-12);
  });
  it('a pointwise convolution has no line memory and nothing to shift', () => {
    const row = rowOfLayers(
      [convolution(3, 6, 5, { kernel: square(1) }), dense(180, 2)],
      8,
      8,
      fixedPoint(8),
    );
    for (const quantity of ['areaUm2', 'energyPjPerInference', 'latencyNs']) {
      expect(row[`${quantity}.lineBuffers`]).toBe(0);
    }
    expect(row['energyPjPerInference.cells']).toBeCloseTo((8 * 36 * 15 + 360) * 0.01, 9);
  });
  it('keeps the draws of a window that slides: T bits per value, as many as T bit planes', () => {
    const draws = rowOfLayers(cnvStart, 64, 64, stochastic(8, 'first-layer'));
    const planes = rowOfLayers(cnvStart, 64, 64, fixedPoint(8));
    expect(draws['areaUm2.lineBuffers']).toBe(planes['areaUm2.lineBuffers']);
    expect(draws['energyPjPerInference.cells']).toBe(planes['energyPjPerInference.cells']);
  });
  it('repeating the network T times repeats windows and pooling', () => {
    const [once, more] = [1, 3].map((times) => rowOfLayers(cnvStart, 64, 64, stochastic(times, 'output')));
    for (const part of ['cells', 'popcount', 'pooling', 'lineBuffers', 'registers', 'thresholds']) {
      for (const name of [`energyPjPerInference.${part}`, `latencyNs.${part}`]) {
        expectRelative(name, Number(more?.[name]), 3 * Number(once?.[name]), 1e-12);
      }
    }
  });
});

it('the README’s figures of CNV', () => {
  const row = rowOfLayers(cnv, 64, 64, fixedPoint(8));
  const of = (name: string, unit = 1) => Number(row[name]) / unit;
  expect([of('areaUm2', 1e6), of('energyPjPerInference', 1e6), of('latencyNs', 1e6)]).toEqual([
    expect.closeTo(1.92, 2),
    expect.closeTo(1.23, 2),
    expect.closeTo(3.93, 2),
  ]);
  const percent = (name: string, part: string) => (100 * of(`${name}.${part}`)) / of(name);
  expect(percent('areaUm2', 'lineBuffers')).toBeCloseTo(2.1, 1);
  expect(percent('energyPjPerInference', 'lineBuffers')).toBeCloseTo(0.25, 2);
  expect(percent('areaUm2', 'pooling')).toBeCloseTo(0.4, 1);
  expect(percent('energyPjPerInference', 'pooling')).toBeCloseTo(0.03, 2);
  expect((900 * 64 * 8) / (of('latencyNs.cells') / 2)).toBeCloseTo(0.87, 2);
});

describe('every row of a convolutional network', () => {
  it('is finite and adds up exactly, for odd shapes', () => {
    for (const layers of [...oddNetworks, cnv]) {
      for (const [rows, columns] of [
        [64, 64],
        [1, 1],
        [3, 5],
      ] as const) {
        for (const view of views) {
          for (const order of orders) {
            const row = rowOfLayers(layers, rows, columns, view, order);
            const wrong = Object.entries(row).filter(
              ([name, value]) =>
                name !== 'enduranceLeftCycles' && !(Number.isFinite(value) && Number(value) >= 0),
            );
            expect(wrong).toEqual([]);
            expect(total(row, 'areaUm2', areaParts)).toBe(row.areaUm2);
            expect(total(row, 'energyPjPerInference', energyParts)).toBe(row.energyPjPerInference);
            expect(total(row, 'latencyNs', latencyParts)).toBe(row.latencyNs);
          }
        }
      }
    }
  });
});

describe('refusals', () => {
  const inputs = inputsOfLayers(cnvStart, 64, 64, fixedPoint(8));
  const withLayers = (layers: readonly LayerShape[]) => ({
    ...inputs,
    network: { architecture: { classes: 10, layers } },
  });
  it('a partition of other shapes', () => {
    const other = [convolution(3, 32, 64), convolution(64, 30, 32, halved), dense(12_544, 10)];
    expect(() => run(withLayers(other))).toThrow(/layer 2 has 32 neurons of 576 weights.* 64 rows of 576/);
  });
  it('a convolution at the end', () => {
    const shapes = [dense(4, 9), convolution(1, 3, 2)];
    expect(() => rowOfLayers(shapes, 4, 4, fixedPoint(1))).toThrow(/last layer is not dense/);
  });
});

function withoutWires(row: Row | undefined): Row {
  const kept = Object.entries(row ?? {}).filter(([name]) => name.includes('.') && !name.endsWith('.wires'));
  return Object.fromEntries(kept);
}
