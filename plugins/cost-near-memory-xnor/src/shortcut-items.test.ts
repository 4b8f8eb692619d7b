import type { ConvolutionShape, LayerShape } from '@bitfront/bits';
import { registerFile, technology } from '@bitfront/circuits';
import { describeStage, expectRelative } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import cost from './cost-near-memory-xnor.ts';
import { block, cnv, convolution, oddNetworks, resnet, square } from './networks.fixture.ts';
import { dense, fixedPoint, inputsOfLayers, mnist, rowOfLayers, stochastic } from './trial.fixture.ts';
import { shortcutOf } from './shortcut-of.ts';

/** NAND2 of ZigZag-IMC at 28 nm: µm², fJ of a node that toggles at 0.9 V, and ns. */
const [gateUm2, gateFj, nandNs] = [0.614, 0.7 * 0.81, 0.0478];
const plain = block.map((layer) => withoutShortcut(layer));
const quantities = ['areaUm2', 'energyPjPerInference', 'latencyNs'] as const;

describeStage(cost, {
  cases: [
    {
      name: 'a residual block on 2 × 7, 1 bit',
      parameters: {},
      inputs: inputsOfLayers(block, 2, 7, fixedPoint(1)),
      row: {
        // Sums of 18, 27, 27 + 6 and 80: 5, 5, 6 and 7 bits; 8 + 16 bits per class; 1 pJ each.
        'writeEnergyPj.cells': 3 * (18 + 5) + 3 * (27 + 5) + 5 * (27 + 6) + 2 * (80 + 24),
        // 16 positions of 2 rows in turn three times, then 2 rows: a shortcut reads no cell.
        'latencyNs.cells': (3 * 16 * 2 + 2) * 2,
      },
    },
  ],
});

describe('the shortcut of a residual block, 3 channels to 5 neurons on arrays of 2 rows', () => {
  const row = rowOfLayers(block, 2, 7, fixedPoint(1));
  // 2 rows of 4 pixels and 2 more.
  const file = registerFile(technology(28), { words: 10, wordBits: 3, activity: 0.5 });

  it('takes two adders of 6 bits; grid row 1 chooses of 2 channels, grid row 2 of a channel and 0, grid row 3 has nothing', () => {
    // A full adder has 3 NAND2 and 2 XOR2 of 2.4, a multiplexer 1.5.
    const gates = 2 * 6 * (3 + 2 * 2.4) + 2 * 1.5;
    expectRelative('area', Number(row['areaUm2.shortcuts']), gates * gateUm2 + file.areaUm2, 1e-12);
  });
  it('writes 16 pixels and reads 16, chooses and adds 48 times', () => {
    // Toggles of 1/2 in 6 full adders of 3 + 2 · 1.5 capacitances, and in a multiplexer of 1.
    const gatesFj = 48 * (6 * 6 * 0.5 + 0.5) * gateFj;
    const memoryFj = 16 * (file.readEnergyFj + file.writeEnergyFj);
    expectRelative(
      'energy',
      Number(row['energyPjPerInference.shortcuts']),
      (gatesFj + memoryFj) * 1e-3,
      1e-12,
    );
  });
  it('lies on the path of 16 reads, and of 2 neurons in turn at each', () => {
    // Two XOR2 and 5 carries of two NAND2, behind a multiplexer.
    const turnNs = (2 * 2.4 + 5 * 2 + 1) * nandNs;
    expectRelative('latency', Number(row['latencyNs.shortcuts']), 16 * file.latencyNs + 32 * turnNs, 1e-12);
  });
  it('widens sum and threshold by a bit, and leaves the reads of weights alone', () => {
    const without = rowOfLayers(plain, 2, 7, fixedPoint(1));
    for (const name of ['cellAreaUm2', 'latencyNs.cells', 'areaUm2.lineBuffers', 'areaUm2.popcount'])
      expect(row[name], name).toBe(without[name]);
    // 5 thresholds, 1 pJ per bit.
    expect(Number(row['writeEnergyPj.cells']) - Number(without['writeEnergyPj.cells'])).toBeCloseTo(5, 9);
    for (const quantity of quantities) expect(without[`${quantity}.shortcuts`], quantity).toBe(0);
  });
  it('acts T times where the network runs T times', () => {
    const three = rowOfLayers(block, 2, 7, stochastic(3, 'output'));
    for (const name of ['energyPjPerInference.shortcuts', 'latencyNs.shortcuts'])
      expectRelative(name, Number(three[name]), 3 * Number(row[name]), 1e-12);
    expect(three['areaUm2.shortcuts']).toBe(row['areaUm2.shortcuts']);
  });
});

/** Area, energy, latency and write energy of version 2 of the stage, which knew no shortcuts. */
describe('a network without shortcuts costs what it did before they had a model, to the last bit', () => {
  const layersOf = (widths: readonly number[]) =>
    widths.slice(1).map((outputs, i) => dense(widths[i] ?? 0, outputs));
  it.each([
    [
      '784-1024-1024-10',
      () => rowOfLayers(layersOf(mnist), 128, 128, fixedPoint(8)),
      [1507193.1140246035, 132061.6013437725, 12927.86644, 2871612.832411242],
    ],
    [
      '95-16-6',
      () => rowOfLayers(layersOf([95, 16, 6]), 10, 95, stochastic(5, 'first-layer')),
      [17082.459694252833, 141.65067503191938, 512.7956399999999, 2234.4460032240727],
    ],
    [
      'CNV',
      () => rowOfLayers(cnv, 64, 64, fixedPoint(8)),
      [1924064.8748706162, 1226944.9842329253, 3932852.0187799996, 2087056.2696054308],
    ],
    [
      'odd strides, pools and channels',
      () => rowOfLayers(oddNetworks[0] ?? [], 3, 5, stochastic(4, 'vote')),
      [9731.173294197313, 818.2348127173661, 7437.72424, 450.4152303158377],
    ],
  ])('%s', (_, rowOfCase, golden) => {
    const row = rowOfCase();
    expect([...quantities, 'writeEnergyPj'].map((name) => row[name])).toEqual(golden);
    for (const quantity of quantities) expect(row[`${quantity}.shortcuts`], quantity).toBe(0);
  });
});

describe('what a shortcut costs', () => {
  it('holds no pixel and needs no choice behind a pointwise layer of one neuron: one adder', () => {
    const shortcut = { from: 0, weight: 1 };
    const layers = [convolution(2, 4, 1), convolution(1, 2, 1, { kernel: square(1), shortcut }), dense(4, 2)];
    const row = rowOfLayers(layers, 8, 8, fixedPoint(1));
    // A sum of 1 + 1 has 2 bits.
    expectRelative('area', Number(row['areaUm2.shortcuts']), 2 * 7.8 * gateUm2, 1e-12);
    expectRelative('latency', Number(row['latencyNs.shortcuts']), 4 * (2 * 2.4 + 2) * nandNs, 1e-12);
  });
  it('grows with the bits of the weight', () => {
    const rows = [1, 5, 40, 200, 4096].map((weight) => shortcutsOf(residual(3, 5, { weight }), 2));
    expectGrowth(rows);
  });
  it.each([1, 2, 3, 64])('grows with the channels of the source, on arrays of %i rows', (arrayRows) => {
    const channels = Array.from({ length: 9 }, (_, i) => i + 1);
    expectGrowth(channels.map((count) => shortcutsOf(residual(count, 9, { weight: 2048 }), arrayRows)));
  });
  it('does not fall where neurons without a source come in', () => {
    for (const arrayRows of [1, 2, 3, 64]) {
      const [all, more] = [4, 5].map((outputs) =>
        shortcutsOf(residual(4, outputs, { weight: 99 }), arrayRows),
      );
      for (const [i, value] of (all ?? []).entries()) expect(more?.[i]).toBeGreaterThanOrEqual(value);
    }
  });
  it('a source of twice the size is written four times as often, and read at every second pixel', () => {
    const halving = (stride: number): readonly LayerShape[] => [
      convolution(2, 4 * stride, 2, { padding: square(1) }),
      convolution(2, 4 * stride, 2, {
        padding: square(1),
        stride: square(stride),
        shortcut: { from: 0, weight: 1 },
      }),
      dense(32, 2),
    ];
    const energyPj = (stride: number) =>
      Number(rowOfLayers(halving(stride), 2, 8, fixedPoint(1))['energyPjPerInference.shortcuts']);
    // A row and a pixel wait.
    const fileOf = (words: number) => registerFile(technology(28), { words, wordBits: 2, activity: 0.5 });
    const [small, large] = [fileOf(5), fileOf(9)];
    const differencePj =
      (64 * large.writeEnergyFj + 16 * large.readEnergyFj - 16 * (small.writeEnergyFj + small.readEnergyFj)) *
      1e-3;
    expect(energyPj(2) - energyPj(1)).toBeCloseTo(differencePj, 9);
  });
});

it('the README’s figures of ResNet-20', () => {
  const row = rowOfLayers(resnet, 64, 64, fixedPoint(8));
  const percent = (name: string) => (100 * Number(row[`${name}.shortcuts`])) / Number(row[name]);
  expect(quantities.map(percent)).toEqual([
    expect.closeTo(5.0, 1),
    expect.closeTo(0.24, 2),
    expect.closeTo(3.9, 1),
  ]);
  const { activity } = inputsOfLayers(resnet, 64, 64, fixedPoint(8)).evaluation;
  const bits = resnet.flatMap((_, i) => {
    const shortcut = shortcutOf(resnet, i, activity.layers);
    return typeof shortcut === 'object' ? [shortcut.channels * shortcut.waitingPixels] : [];
  });
  expect([bits.length, bits.reduce((sum, count) => sum + count, 0)]).toEqual([9, 10_864]);
});

describe('refusals', () => {
  const rowWith = (shortcut: ConvolutionShape['shortcut'], other: Partial<ConvolutionShape> = {}) => {
    const first = convolution(2, 6, 2);
    return rowOfLayers(
      [
        first,
        { ...convolution(2, 4, 2, { padding: square(1), ...other }), ...(shortcut && { shortcut }) },
        dense(32, 2),
      ],
      4,
      4,
      fixedPoint(1),
    );
  };
  it('a source that is none', () => {
    expect(() => rowWith({ from: 1, weight: 1 })).toThrow(
      /layer 2 has a shortcut from layer 2, which is not/,
    );
    expect(() => rowWith({ from: 0, weight: 0 })).toThrow(/layer 2 has a shortcut of weight 0/);
  });
  it('a source that is still to come', () => {
    const late = { kernel: square(2), stride: square(2), padding: square(2) };
    expect(() => rowWith({ from: 0, weight: 1 }, late)).toThrow(
      /layer 2 has a shortcut from layer 1 that comes later than its window/,
    );
  });
});

function withoutShortcut(layer: LayerShape): LayerShape {
  if (layer.kind === 'dense') return layer;
  const { shortcut: _, ...rest } = layer;
  return rest;
}

function residual(channels: number, outputs: number, { weight }: { weight: number }): readonly LayerShape[] {
  return [
    convolution(2, 4, channels, { padding: square(1) }),
    convolution(channels, 4, 3, { padding: square(1) }),
    convolution(3, 4, outputs, { padding: square(1), shortcut: { from: 0, weight } }),
    dense(outputs * 16, 2),
  ];
}

function shortcutsOf(layers: readonly LayerShape[], arrayRows: number): readonly number[] {
  const row = rowOfLayers(layers, arrayRows, 7, fixedPoint(1));
  return quantities.map((quantity) => Number(row[`${quantity}.shortcuts`]));
}

/** No quantity falls from one to the next, and area and energy grow. */
function expectGrowth(rows: readonly (readonly number[])[]): void {
  for (const [i, row] of rows.slice(1).entries()) {
    const [areaUm2 = 0, energyPj = 0, latencyNs = 0] = rows[i] ?? [];
    expect(row[0]).toBeGreaterThan(areaUm2);
    expect(row[1]).toBeGreaterThan(energyPj);
    expect(row[2]).toBeGreaterThanOrEqual(latencyNs);
  }
}
