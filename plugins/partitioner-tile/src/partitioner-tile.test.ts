import { type Architecture, checkParameters, type LayerShape } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { layerPartition } from './layer-partition.ts';
import partitioner from './partitioner-tile.ts';

const dense = (...widths: readonly number[]): Architecture => ({
  classes: widths.at(-1) ?? 0,
  layers: widths.slice(1).map((outputs, i) => ({ kind: 'dense', inputs: widths[i] ?? 0, outputs })),
});
const inputs = (...widths: readonly number[]) => ({ network: { architecture: dense(...widths) } });

const square = (size: number) => ({ height: size, width: size });
const convolution = (channels: number, size: number, outputs: number, pools = false): LayerShape => ({
  kind: 'convolution',
  input: { channels, ...square(size) },
  outputs,
  kernel: square(3),
  stride: square(1),
  padding: square(0),
  ...(pools && { pool: { size: square(2), stride: square(2) } }),
});
/** CNV of Umuroglu et al., FINN, FPGA 2017. */
const cnv: readonly LayerShape[] = [
  convolution(3, 32, 64),
  convolution(64, 30, 64, true),
  convolution(64, 14, 128),
  convolution(128, 12, 128, true),
  convolution(128, 5, 256),
  convolution(256, 3, 256),
  ...dense(256, 512, 512, 10).layers,
];
const depthwise = (channels: number, size: number, kernel: LayerKernel): LayerShape => ({
  kind: 'depthwise',
  input: { channels, ...square(size) },
  outputs: channels,
  kernel,
  stride: square(1),
  padding: square(0),
});
type LayerKernel = { readonly height: number; readonly width: number };

describeStage(partitioner, {
  cases: [
    {
      // 8·7 + 8·8 + 1·8 arrays for 802,816 + 1,048,576 + 10,240 weights.
      name: '784-1024-1024-10 on 128 × 128',
      parameters: { arrayRows: 128, arrayCols: 128 },
      inputs: inputs(784, 1024, 1024, 10),
      row: { arrays: 128, arrayPasses: 128, cellUtilisation: 1_861_632 / (128 * 128 * 128) },
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
    {
      // ⌈64/64⌉·⌈27/64⌉, 1·9, 2·9, 2·18, 4·18, 4·36, then 8·4 + 8·8 + 1·8; used at 30², 28², 12², 10², 3², 1 positions.
      name: 'CNV on 64 × 64',
      parameters: { arrayRows: 64, arrayCols: 64 },
      inputs: { network: { architecture: { classes: 10, layers: cnv } } },
      row: {
        arrays: 1 + 9 + 18 + 36 + 72 + 144 + 32 + 64 + 8,
        arrayPasses: 900 + 784 * 9 + 144 * 18 + 100 * 36 + 9 * 72 + 144 + 104,
        cellUtilisation: 1_542_848 / (384 * 4096),
      },
    },
    {
      // 32 rows of 9 cells in one array, at 36 positions; 10 rows of 32 · 36 in 18 arrays.
      name: 'depthwise rows stay packed, each with inputs of its own',
      parameters: { arrayRows: 64, arrayCols: 64 },
      inputs: {
        network: {
          architecture: { classes: 10, layers: [depthwise(32, 8, square(3)), ...dense(1152, 10).layers] },
        },
      },
      row: { arrays: 19, arrayPasses: 36 + 18, cellUtilisation: (32 * 9 + 11_520) / (19 * 4096) },
    },
    {
      // 7 kernels of 9 rows in 64 rows: ⌈32/7⌉ arrays.
      name: 'depthwise kernels along the diagonal where rows hold inputs',
      parameters: { arrayRows: 64, arrayCols: 64, rowsHold: 'inputs' },
      inputs: {
        network: {
          architecture: { classes: 10, layers: [depthwise(32, 8, square(3)), ...dense(1152, 10).layers] },
        },
      },
      row: { arrays: 5 + 18, arrayPasses: 36 * 5 + 18, cellUtilisation: (32 * 9 + 11_520) / (23 * 4096) },
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

describe('layerPartition of convolutions', () => {
  const array = { rows: 7, columns: 13 };

  it('is that of a dense layer with the fan-in of the kernel', () => {
    for (const rowsHold of ['neurons', 'inputs'] as const) {
      const layer = layerPartition(convolution(5, 9, 11, true), array, rowsHold);
      expect(layer).toEqual(layerPartition({ kind: 'dense', inputs: 45, outputs: 11 }, array, rowsHold));
    }
    expect(layerPartition(depthwise(11, 9, square(3)), array, 'neurons')).toEqual(
      layerPartition({ kind: 'dense', inputs: 9, outputs: 11 }, array, 'neurons'),
    );
  });

  it('gives depthwise kernels rows of their own, one column each: laid out kernel by kernel', () => {
    for (const channels of [1, 2, 5, 16]) {
      for (const height of [1, 2, 3, 5]) {
        for (const [rows, columns] of [
          [4, 4],
          [20, 3],
          [6, 1],
          [64, 64],
          [1, 1],
        ] as const) {
          const shape = depthwise(channels, 9, { height, width: 2 });
          const layer = layerPartition(shape, { rows, columns }, 'inputs');
          expect(layer.arrays).toBe(arraysOfKernels(channels, 2 * height, rows, columns));
          expect(layer.arrays).toBe(layer.gridRows * layer.gridColumns);
          expect(layer.weights).toBe(channels * 2 * height);
          expect(layer.utilisation).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});

/** Puts kernel after kernel below and right of the one before; what is left too small stays empty. */
function arraysOfKernels(kernels: number, taps: number, rows: number, columns: number): number {
  let [arrays, freeRows, freeColumns] = [0, 0, 0];
  for (let kernel = 0; kernel < kernels; kernel++) {
    if (freeRows < taps || freeColumns === 0) {
      arrays += Math.ceil(taps / rows);
      [freeRows, freeColumns] = taps > rows ? [0, 0] : [rows, columns];
    }
    freeRows -= taps;
    freeColumns -= 1;
  }
  return arrays;
}

it('refuses an array without rows', () => {
  const given = { arrayRows: 0, arrayCols: 8 };
  expect(() => checkParameters(partitioner.name, partitioner.parameters, given)).toThrow(/"arrayRows"/);
});
