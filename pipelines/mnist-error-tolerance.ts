import { list, pipeline, use } from '@bitfront/core';
import mnist from '@bitfront/dataset-mnist';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import bnn from '@bitfront/trainer-bnn';

export default pipeline(
  'mnist-error-tolerance',
  'Which error rates of weight bits does MNIST bear, with and without errors in training?',
)
  .slot('dataset', use(mnist, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot(
    'trainer',
    use(bnn, {
      hiddenWidths: [1024, 1024],
      epochs: 12,
      trainingFlipProbability: list(0, 0.04),
      repeat: 0,
    }),
  )
  // A memory with chosen error rates; what it would cost is not asked.
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
      bitErrorRate: list(0, 1e-4, 1e-3, 1e-2, 4e-2, 1e-1),
    }),
  )
  .slot('evaluator', use(faulted, { repeats: 5 }))
  .minimise('errorRate', 0.9).data;
