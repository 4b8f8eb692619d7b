import { list, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import mram from '@bitfront/device-stt-mram';
import fixedPoint from '@bitfront/encoder-fixed-point';
import stochastic from '@bitfront/encoder-stochastic';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import bnn from '@bitfront/trainer-bnn';

/** Seeds of trainings that differ in nothing else. */
const trainings = list(0, 1, 2);

export default pipeline(
  'stochastic-presentations',
  'How many stochastic presentations does an image need, and what do area, energy and accuracy say against grey levels?',
)
  .slot('dataset', use(fashionMnist, {}))
  .slot(
    'encoder',
    use(fixedPoint, { bits: 8 }),
    use(stochastic, {
      presentations: list(1, 2, 3, 4, 6, 8),
      accumulation: list('output', 'first-layer', 'vote'),
      trainingDraws: list(0, 1, 8),
    }),
  )
  .slot('trainer', use(bnn, { hiddenWidths: [1024, 1024], epochs: 20, repeat: trainings }))
  .slot(
    'device',
    // Node as recalled for the paper, resistances of NVSim's STT sample, write pulse without errors to speak of: assumed.
    use(mram, {
      nodeNm: 28,
      supplyV: 0.9,
      cellAreaF2: 54,
      thermalStability: 60,
      overdrive: 2,
      writePulseNs: 17,
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
  .slot('evaluator', use(faulted, { repeats: 1 }))
  .slot('partitioner', use(tile, { arrayRows: 128, arrayCols: 128 }))
  .slot('cost', use(nearMemoryXnor, { firstLayerOrder: list('plane-by-plane', 'row-by-row') }))
  .minimise('errorRate', 0.3)
  .minimise('areaUm2', 1e7)
  .minimise('energyPjPerInference', 1e7).data;
