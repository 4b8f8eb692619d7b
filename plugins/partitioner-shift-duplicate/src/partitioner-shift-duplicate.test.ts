import type { LayerShape } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import partitioner from './partitioner-shift-duplicate.ts';

const square = (size: number) => ({ height: size, width: size });
const convolution = (channels: number, outputs: number, map: number): LayerShape => ({
  kind: 'convolution',
  input: { channels, ...square(map + 2) },
  outputs,
  kernel: square(3),
  stride: square(1),
  padding: square(0),
});
const layers: readonly LayerShape[] = [
  convolution(128, 128, 26),
  convolution(128, 256, 12),
  { kind: 'dense', inputs: 95, outputs: 10 },
];
const inputs = { network: { architecture: { classes: 10, layers } } };
const array = { arrayRows: 512, arrayCols: 512, pairs: 'single' } as const;

describeStage(partitioner, {
  cases: [
    {
      // The authors' program prints 676 and 288 cycles: 13² windows of 4 × 4 pixels on 4 crossbars, 6 · 12 of 4 × 3 on 4.
      name: 'two layers of ResNet-18 and a classifier on 512 × 512',
      parameters: array,
      inputs,
      row: { crossbars: 4 + 4 + 1, readsPerInference: 169 + 72 + 1, crossbarReads: 676 + 288 + 1 },
    },
    {
      // Prints 2028 and 432: im2col, 3 crossbars at 26² and 12² positions.
      name: 'squares alone, convolutions alone',
      parameters: { ...array, windows: 'square', layers: 'convolutions' },
      inputs,
      row: { crossbars: 6, crossbarReads: 2028 + 432, overlapOverhead: 8 },
    },
  ],
});
