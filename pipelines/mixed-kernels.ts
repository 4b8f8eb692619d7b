import { list, paired, pipeline, use } from '@bitfront/core';
import cifar10 from '@bitfront/dataset-cifar10';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import im2col from '@bitfront/partitioner-im2col';
import shiftDuplicate from '@bitfront/partitioner-shift-duplicate';
import subImage from '@bitfront/partitioner-subimage';
import bnn from '@bitfront/trainer-bnn';

const array = {
  arrayRows: paired('side', list(128, 256)),
  arrayCols: paired('side', list(128, 256)),
  layers: 'convolutions',
} as const;

export default pipeline(
  'mixed-kernels',
  'What do separable (2D + 1D) kernels in a part of the layers save in crossbars, and cost in accuracy?',
)
  .slot('dataset', use(cifar10, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot(
    'trainer',
    use(bnn, {
      convolutions: '16C3p1-16C3p1-MP2-32C3p1-32C3p1-MP2-64C3p1-64C3p1',
      separableRatio: list(0, 0.5, 1),
      hiddenWidths: [],
      epochs: 20,
      batchSize: 64,
      flipImages: true,
      repeat: list(0, 1, 2),
    }),
  )
  .slot(
    'partitioner',
    use(im2col, array),
    use(subImage, { ...array, subImage: list('largest', 'tuned') }),
    use(shiftDuplicate, array),
  )
  // An error-free memory; what it would cost is not asked.
  .slot(
    'device',
    use(sram, {
      nodeNm: 28,
      supplyV: 0.9,
      bitLineRows: 128,
      bitLineFfPerCell: 0.15,
      readSwingV: 0.2,
      readTimeNs: 0.5,
      writeTimeNs: 0.5,
      standbyPowerNwPerBit: 0.02,
      bitErrorRate: 0,
    }),
  )
  .slot('evaluator', use(faulted, { repeats: 1 }))
  .minimise('errorRate', 0.9)
  .minimise('crossbars', 1e5)
  .minimise('readsPerInference', 1e5).data;
