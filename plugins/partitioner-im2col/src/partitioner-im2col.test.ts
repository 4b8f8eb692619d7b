import type { LayerShape } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import partitioner from './partitioner-im2col.ts';

const square = (size: number) => ({ height: size, width: size });
const dense: LayerShape = { kind: 'dense', inputs: 784, outputs: 10 };
const convolution = (kind: 'convolution' | 'depthwise', channels: number, outputs: number): LayerShape => ({
  kind,
  input: { channels, ...square(8) },
  outputs,
  kernel: square(3),
  stride: square(1),
  padding: square(0),
});
const inputs = (...layers: readonly LayerShape[]) => ({ network: { architecture: { classes: 10, layers } } });

describeStage(partitioner, {
  cases: [
    {
      // ⌈784/128⌉ · ⌈20/128⌉ crossbars; 7,840 pairs.
      name: '784-10 on 128 × 128',
      parameters: { arrayRows: 128, arrayCols: 128 },
      inputs: inputs(dense),
      row: {
        crossbars: 7,
        readsPerInference: 1,
        crossbarReads: 7,
        cellUtilisation: 15_680 / (7 * 16_384),
        conversionsPerInference: 70,
        rowDrivesPerInference: 784,
        overlapOverhead: 0,
        weightCells: 15_680,
      },
    },
    {
      // ⌈45/63⌉ · ⌈11/64⌉ at 36 positions; 11 kernels of 9 in ⌈11/7⌉ crossbars; ⌈784/63⌉. A bias row is driven at each read.
      name: 'one cell for a weight, and a bias row',
      parameters: { arrayRows: 64, arrayCols: 64, pairs: 'single', biasRow: true },
      inputs: inputs(convolution('convolution', 5, 11), convolution('depthwise', 11, 11), dense),
      row: {
        crossbars: 1 + 2 + 13,
        readsPerInference: 36 + 36 + 1,
        crossbarReads: 36 + 72 + 13,
        rowDrivesPerInference: 36 * 46 + 36 * 101 + 784 + 13,
        conversionsPerInference: 36 * 11 * 2 + 130,
        weightCells: 495 + 99 + 7840,
      },
    },
    {
      name: 'copies for every position, the classifier left out of the row',
      parameters: { arrayRows: 64, arrayCols: 64, copies: 36, layers: 'convolutions' },
      inputs: inputs(convolution('convolution', 5, 11), dense),
      row: { crossbars: 36, readsPerInference: 1, crossbarReads: 36, weightCells: 36 * 2 * 495 },
    },
    {
      // 3 · 2 crossbars of one weight each, twice.
      name: 'crossbars of one cell',
      parameters: { arrayRows: 1, arrayCols: 1, pairs: 'separate-crossbars' },
      inputs: inputs({ kind: 'dense', inputs: 3, outputs: 2 }),
      row: { crossbars: 12, cellUtilisation: 1, conversionsPerInference: 6 },
    },
  ],
});
