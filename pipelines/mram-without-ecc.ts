import { list, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import mram from '@bitfront/device-stt-mram';
import none from '@bitfront/ecc-none';
import secded from '@bitfront/ecc-secded';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import zoo from '@bitfront/trainer-zoo';

export default pipeline(
  'mram-without-ecc',
  'How weak may write pulses be, with and without error correction, and what does a network cost to program and to run?',
)
  .slot('dataset', use(fashionMnist, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot('trainer', use(zoo, { network: 'fashion-mnist-mlp-grey' }))
  .slot(
    'device',
    // Cell and resistances of NVSim's STT sample; node, barrier, damping and field are assumed, the paper's are not public.
    use(mram, {
      nodeNm: 28,
      supplyV: 0.9,
      cellAreaF2: 54,
      thermalStability: 60,
      overdrive: 2,
      // Write error rates from a tenth to 1e-9.
      writePulseNs: list(6, 7, 8, 9, 10, 10.6, 11.5, 13, 15, 17, 19, 21.5, 24),
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
  .slot('ecc', use(none, {}), use(secded, { dataBits: list(32, 64) }))
  .slot('evaluator', use(faulted, { repeats: 5 }))
  .slot('partitioner', use(tile, { arrayRows: 128, arrayCols: 128 }))
  .slot('cost', use(nearMemoryXnor, {}))
  .minimise('errorRate', 0.9)
  .minimise('writeEnergyPj', 1e8)
  .minimise('energyPjPerInference', 1e7).data;
