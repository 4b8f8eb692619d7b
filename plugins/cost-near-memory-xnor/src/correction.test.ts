import type { LayerShape, Memory } from '@bitfront/core';
import { describeStage, expectRelative } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { areaParts, energyParts, latencyParts } from './columns.ts';
import cost from './cost-near-memory-xnor.ts';
import { cnvStart } from './networks.fixture.ts';
import {
  dense,
  fixedPoint,
  inputsOf,
  inputsOfLayers,
  memory,
  mnist,
  rowOf,
  run,
  stochastic,
  total,
} from './trial.fixture.ts';

type Coded = Pick<Memory, 'cell' | 'read' | 'write' | 'correction'>;

/** The memory of the other tests behind a code, with round figures for its circuits. */
function coded(dataBits: number, codeBits: number): Coded {
  const share = codeBits / dataBits;
  return {
    cell: {
      ...memory.cell,
      areaUm2PerBit: 0.1 * share,
      aspectRatio: share,
      standbyPowerNwPerBit: 0.5 * share,
    },
    read: { ...memory.read, energyFjPerBit: 10 * share },
    write: { ...memory.write, energyFjPerBit: 1000 * share },
    correction: {
      name: 'test',
      dataBits,
      codeBits,
      encoder: { areaUm2: 100, energyFjPerWord: 50, latencyNs: 3 },
      decoder: { areaUm2: 200, energyFjPerWord: 70, latencyNs: 4 },
    },
  };
}
const plain: Partial<Coded> = { cell: { ...memory.cell, standbyPowerNwPerBit: 0.5 } };

describeStage(cost, {
  cases: [
    {
      name: '784-1024-1024-10 on 128 × 128 with (72,64), 8 bits',
      parameters: {},
      inputs: inputsOf(mnist, 128, 128, fixedPoint(8), coded(64, 72)),
      row: {
        // 128 arrays of 128 rows and 2 · 72 columns.
        cellAreaUm2: 128 * 128 * 144 * 0.1,
        // 784 = 6 · 128 + 16 inputs lie in 13 words, 1024 in 16.
        'energyPjPerInference.cells': (8 * 1024 * (784 + 13 * 8) + (1024 + 10) * (1024 + 16 * 8)) * 0.01,
        // Two per array; one for the threshold beside each of 8 + 8 grid rows, one for the words of the classes.
        'areaUm2.eccDecoder': (128 * 2 + 16 + 1) * 200,
        'areaUm2.eccEncoder': 100,
        // Words of weights, of thresholds, of classes; 0.07 pJ each.
        'energyPjPerInference.eccDecoder': (8 * 1024 * 13 + 1034 * 16 + 1024 + 1024 + 10) * 0.07,
        // Every read in turn, then the word of each class.
        'latencyNs.eccDecoder': (8 * 128 + 128 + 10 + 10) * 4,
        'latencyNs.cells': (8 * 128 + 128 + 10) * 2,
        // 18, 11 and 28 bits beside the weights, each with 8 check bits.
        'writeEnergyPj.cells':
          1024 * (784 + 13 * 8) + 1034 * (1024 + 128) + 1024 * (18 + 8) + 1024 * (11 + 8) + 10 * (28 + 8),
        'writeEnergyPj.eccEncoder': (1024 * 14 + 1024 * 17 + 10 * 17) * 0.05,
      },
    },
  ],
});

describe('parts', () => {
  const networks: readonly (readonly LayerShape[])[] = [
    [dense(95, 16), dense(16, 6)],
    [dense(1, 1)],
    cnvStart,
  ];
  it('add up to their totals for odd sizes, codes and encodings', () => {
    for (const shapes of networks) {
      for (const [rows, columns] of [
        [128, 128],
        [7, 66],
        [64, 100],
      ] as const) {
        for (const view of [fixedPoint(8), stochastic(5, 'output'), stochastic(3, 'first-layer')]) {
          for (const [dataBits, codeBits] of [
            [1, 3],
            [4, 8],
            [5, 9],
            [64, 72],
          ] as const) {
            const row = run(inputsOfLayers(shapes, rows, columns, view, coded(dataBits, codeBits)));
            const { enduranceLeftCycles: _, ...numbers } = row;
            expect(
              Object.values(numbers).every((value) => Number(value) >= 0 && Number.isFinite(value)),
            ).toBe(true);
            expect(total(row, 'areaUm2', areaParts)).toBe(row.areaUm2);
            expect(total(row, 'energyPjPerInference', energyParts)).toBe(row.energyPjPerInference);
            expect(total(row, 'latencyNs', latencyParts)).toBe(row.latencyNs);
            expect(total(row, 'writeEnergyPj', ['cells', 'lines', 'eccEncoder'])).toBe(row.writeEnergyPj);
            expect(row.boundingAreaUm2).toBeGreaterThanOrEqual(Number(row.areaUm2));
          }
        }
      }
    }
  });
  it('of correction are zero without it', () => {
    const row = rowOf(mnist, 128, 128, fixedPoint(8));
    const parts = Object.entries(row).filter(([name]) => name.includes('.ecc'));
    expect(parts.map(([, value]) => value)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('what a code changes', () => {
  const [none, half] = [plain, coded(4, 8)].map((other) => rowOf(mnist, 128, 128, fixedPoint(8), other));
  const ratio = (name: string) => Number(half?.[name]) / Number(none?.[name]);

  it('twice the bits are twice the cells, amplified', () => {
    for (const name of ['cellAreaUm2', 'energyPjPerInference.cells'])
      expectRelative(name, ratio(name), 2, 1e-12);
    // Amplifiers twice, without the four transistors of XNOR (14 for 18) but with a gate of 2.4 NAND2 per data bit.
    expectRelative(
      'amplifiers',
      ratio('areaUm2.senseAmplifiers'),
      (2 * (14 / 4 + 2) + 2.4) / (18 / 4 + 2),
      1e-12,
    );
  });
  it('word lines are longer, bit lines are not', () => {
    expect(ratio('areaUm2.wordLineDrivers')).toBeGreaterThan(1.9);
    expect(ratio('energyPjPerInference.wordLineDrivers')).toBeGreaterThan(1.9);
    // Twice the columns, each with the drivers it had; row drivers charge lines of twice the length.
    expect(ratio('writeEnergyPj.lines')).toBeGreaterThan(1.9);
    expect(ratio('writeEnergyPj.lines')).toBeLessThan(2.3);
  });
  it('popcount, accumulators and the circuits behind are those of the data bits', () => {
    for (const part of ['popcount', 'accumulators', 'registers', 'inputEncoding', 'decoders']) {
      expect(ratio(`areaUm2.${part}`)).toBe(1);
      expect(ratio(`energyPjPerInference.${part}`)).toBe(1);
    }
  });
  it('standby counts check bits, over a longer inference', () => {
    const nsRatio = ratio('latencyNs');
    expectRelative('standby', ratio('energyPjPerInference.standby'), 2 * nsRatio, 1e-12);
  });
});

describe('a word longer than a row of an array', () => {
  it('is refused when the plan is made and when it runs', () => {
    expect(() => rowOf(mnist, 128, 32, fixedPoint(8), coded(64, 72))).toThrow(/64 data bits .* row of 32/);
    const above = (dataBits: number) => ({
      memory: { plugin: 'ecc-secded', capabilities: {}, parameters: { dataBits } },
      partition: {
        plugin: 'partitioner-tile',
        capabilities: {},
        parameters: { rowsHold: 'neurons', arrayCols: 32 },
      },
    });
    const parameters = {
      inputLanes: 16,
      firstLayerOrder: 'plane-by-plane',
      outputScaleBits: 8,
      reprogrammings: 1,
    } as const;
    expect(cost.requires?.(above(64), parameters)).toMatch(/dataBits and arrayCols/);
    expect(cost.requires?.(above(32), parameters)).toBeUndefined();
  });
});
