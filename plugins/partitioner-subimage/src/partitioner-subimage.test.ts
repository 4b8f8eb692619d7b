import { checkParameters, type LayerShape } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import partitioner from './partitioner-subimage.ts';

const square = (size: number) => ({ height: size, width: size });
const convolution = (channels: number, outputs: number, map: number): LayerShape => ({
  kind: 'convolution',
  input: { channels, ...square(map) },
  outputs,
  kernel: square(3),
  stride: square(1),
  padding: square(1),
  pool: { size: square(2), stride: square(2) },
});
/** 16-M-32-M-64 on 3 × 32 × 32, and a classifier. */
const layers: readonly LayerShape[] = [
  convolution(3, 16, 32),
  convolution(16, 32, 16),
  convolution(32, 64, 8),
  { kind: 'dense', inputs: 1024, outputs: 10 },
];
const inputs = { network: { architecture: { classes: 10, layers } } };

describeStage(partitioner, {
  cases: [
    {
      // n · C_in · C_out: 16 · 48, 4 · 512, 2048, and ⌈1024/128⌉ for the classifier; each is read once.
      name: 'reading A on 128 × 128',
      parameters: { arrayRows: 128, arrayCols: 128 },
      inputs,
      row: {
        crossbars: 768 + 2048 + 2048 + 8,
        readsPerInference: 4,
        crossbarReads: 4872,
        weightCells: 2 * (1024 * 432 + 256 * 4608 + 64 * 18_432 + 10_240),
        overlapOverhead: ((100 / 64) * 1344 + 1) / 1345 - 1,
      },
    },
    {
      name: 'convolutions alone, one cell for a weight, as in the golden table',
      parameters: { arrayRows: 128, arrayCols: 128, pairs: 'single', layers: 'convolutions' },
      inputs,
      row: { crossbars: 4864 },
    },
    {
      // 4 · 4 outputs, 3 channels and 4 kernels (2 · 2 with 8 and 16 take as many reads); 2 · 2 with 8 and 16; 1 with 14 and 64.
      name: 'tuned sub-images, read in turn',
      parameters: {
        arrayRows: 128,
        arrayCols: 128,
        subImage: 'tuned',
        spatial: 'time-multiplexed',
        strides: 'exact',
      },
      inputs,
      row: { crossbars: 4 + 2 * 2 + 3 + 8, readsPerInference: 64 + 64 + 64 + 1 },
    },
    {
      // 4 · 4 outputs of 6 · 6 pixels: 8 · 8 sub-images, 3 channels fit in 128 rows, 4 kernels in 64 outputs.
      name: 'a given side',
      parameters: { arrayRows: 128, arrayCols: 128, subImage: 'given', subImageSide: 6 },
      inputs: { network: { architecture: { classes: 16, layers: layers.slice(0, 1) } } },
      row: { crossbars: 64 * 4, overlapOverhead: 36 / 16 - 1 },
    },
  ],
});

it('refuses a crossbar without columns', () => {
  const given = { arrayRows: 8, arrayCols: 0 };
  expect(() => checkParameters(partitioner.name, partitioner.parameters, given)).toThrow(/"arrayCols"/);
});
