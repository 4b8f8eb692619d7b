import { list, pipeline, use } from '@bitfront/core';
import ecgInversion from '@bitfront/dataset-ecg-inversion';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import zoo from '@bitfront/trainer-zoo';

export default pipeline(
  'ecg-inversion-faults',
  'How many wrong weight bits may a network bear that watches whether the electrodes of an ECG are exchanged?',
)
  .slot('dataset', use(ecgInversion, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot('trainer', use(zoo, { network: 'ecg-inversion-cnn' }))
  // Only the bit error rates are asked; what the memory would cost is not.
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
      bitErrorRate: list(0, 1e-5, 1e-4, 1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 1e-1, 2e-1),
    }),
  )
  .slot('evaluator', use(faulted, { repeats: 20 }))
  .minimise('errorRate', 0.5).data;
