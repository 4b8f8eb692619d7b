import { list, pipeline, use } from '@bitfront/core';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import bnn from '@bitfront/trainer-bnn';

export default pipeline(
  'fashion-mnist-trainings',
  'How far do trainings that differ in their random numbers alone lie apart?',
)
  .slot('dataset', use(fashionMnist, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot('trainer', use(bnn, { hiddenWidths: [1024, 1024], epochs: 20, repeat: list(0, 1, 2) }))
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
  .minimise('errorRate', 0.9).data;
