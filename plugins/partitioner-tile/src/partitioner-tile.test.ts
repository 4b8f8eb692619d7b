import { type Architecture, checkParameters } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { layerPartition } from './layer-partition.ts';
import partitioner from './partitioner-tile.ts';

const dense = (...widths: readonly number[]): Architecture => ({
  classes: widths.at(-1) ?? 0,
  layers: widths.slice(1).map((outputs, i) => ({ kind: 'dense', inputs: widths[i] ?? 0, outputs })),
});
const inputs = (...widths: readonly number[]) => ({ network: { architecture: dense(...widths) } });

describeStage(partitioner, {
  cases: [
    {
      // 8·7 + 8·8 + 1·8 arrays for 802,816 + 1,048,576 + 10,240 weights.
      name: '784-1024-1024-10 on 128 × 128',
      parameters: { arrayRows: 128, arrayCols: 128 },
      inputs: inputs(784, 1024, 1024, 10),
      row: { arrays: 128, cellUtilisation: 1_861_632 / (128 * 128 * 128) },
    },
    {
      // 1·3 + 1·1 arrays for 1520 + 96 weights.
      name: '95-16-6 on 32 × 32',
      parameters: { arrayRows: 32, arrayCols: 32 },
      inputs: inputs(95, 16, 6),
      row: { arrays: 4, cellUtilisation: 1616 / 4096 },
    },
    {
      // 10 columns of one neuron each in ⌈784/64⌉ arrays.
      name: 'rows that hold inputs',
      parameters: { arrayRows: 64, arrayCols: 10, rowsHold: 'inputs' },
      inputs: inputs(784, 10),
      row: { arrays: 13, cellUtilisation: 7840 / (13 * 640) },
    },
    {
      name: 'arrays of one cell',
      parameters: { arrayRows: 1, arrayCols: 1 },
      inputs: inputs(3, 2),
      row: { arrays: 6, cellUtilisation: 1 },
    },
  ],
});

describe('layerPartition', () => {
  it('gives every weight exactly one cell: laid out weight by weight', () => {
    for (const [i, o, rows, columns] of [
      [95, 16, 7, 13],
      [784, 10, 128, 128],
      [1, 1, 5, 5],
      [16, 6, 16, 6],
      [17, 6, 16, 6],
    ] as const) {
      for (const rowsHold of ['neurons', 'inputs'] as const) {
        const shape = { kind: 'dense', inputs: i, outputs: o } as const;
        const layer = layerPartition(shape, { rows, columns }, rowsHold);
        const arrays = new Set<string>();
        for (let input = 0; input < i; input++) {
          for (let output = 0; output < o; output++) {
            const [row, column] = rowsHold === 'neurons' ? [output, input] : [input, output];
            arrays.add(`${Math.floor(row / rows)} ${Math.floor(column / columns)}`);
          }
        }
        expect(layer.arrays).toBe(arrays.size);
        expect(layer.weights).toBe(i * o);
        expect(layer.utilisation).toBeCloseTo((i * o) / (arrays.size * rows * columns), 12);
      }
    }
  });
});

it('refuses an array without rows', () => {
  const given = { arrayRows: 0, arrayCols: 8 };
  expect(() => checkParameters(partitioner.name, partitioner.parameters, given)).toThrow(/"arrayRows"/);
});
