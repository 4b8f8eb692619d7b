import { list, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import mram from '@bitfront/device-stt-mram';
import none from '@bitfront/ecc-none';
import sec from '@bitfront/ecc-sec';
import secded from '@bitfront/ecc-secded';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import zoo from '@bitfront/trainer-zoo';

export default pipeline(
  'mram-write-or-correct',
  'Weights written weakly into magnetic memory: leave the errors, correct them, or write for longer?',
)
  .slot('dataset', use(fashionMnist, { validationImages: 5000 }))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot('trainer', use(zoo, { network: 'fashion-mnist-mlp-grey' }))
  .slot(
    'device',
    // As in mnist-first-front; the pulses span write error rates of 6e-9 to 0.045.
    use(mram, {
      nodeNm: 28,
      supplyV: 0.9,
      cellAreaF2: 54,
      thermalStability: 60,
      overdrive: 2,
      writePulseNs: list(22, 17, 13, 10.5, 9, 8, 7),
      criticalCurrentUa: 40,
      writeVoltageV: 0.5,
      damping: 0.01,
      anisotropyFieldT: 0.3,
      writing: 'random-old-data',
      parallelKohm: 3,
      magnetoresistance: 1,
      readVoltageV: 0.25,
      readTimeNs: 2,
    }),
  )
  .slot('ecc', use(none, {}), use(sec, { dataBits: 64 }), use(secded, { dataBits: list(4, 64) }))
  .slot('evaluator', use(faulted, { repeats: 3 }))
  .slot('partitioner', use(tile, { arrayRows: 128, arrayCols: 128 }))
  .slot('cost', use(nearMemoryXnor, {}))
  .minimise('errorRate', 0.9)
  .minimise('areaUm2', 2e6)
  .minimise('energyPjPerInference', 1e6)
  .minimise('writeEnergyPj', 1e8).data;
