import { list, pipeline, use } from '@bitfront/core';
import cifar10 from '@bitfront/dataset-cifar10';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import zoo from '@bitfront/trainer-zoo';

export default pipeline(
  'cifar10-error-tolerance',
  'Which error rates of weight bits does a convolutional network bear on CIFAR-10 that was trained without errors?',
)
  .slot('dataset', use(cifar10, { validationImages: 5000 }))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot('trainer', use(zoo, { network: 'cifar10-cnv' }))
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
      bitErrorRate: list(0, 1e-4, 1e-3, 1e-2),
    }),
  )
  .slot('evaluator', use(faulted, { repeats: 3 }))
  .minimise('errorRate', 0.9).data;
