import { list, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import fashion from '@bitfront/dataset-fashion-mnist';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import stochastic from '@bitfront/encoder-stochastic';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import zoo from '@bitfront/trainer-zoo';

/** Ideal numbers, and each generator in each of its ways to serve the pixels. */
const sources = [
  { source: 'independent', sharing: 'independent' },
  ...(['lfsr', 'sobol', 'van-der-corput'] as const).flatMap((source) =>
    (['independent', 'shared', 'rotated'] as const).map((sharing) => ({ source, sharing })),
  ),
] as const;

export default pipeline(
  'fashion-mnist-random-sources',
  'Which random numbers does stochastic computing need: how many generators, of what kind, and what do they cost?',
)
  .slot('dataset', use(fashion, {}))
  .slot(
    'encoder',
    use(
      stochastic,
      { presentations: list(1, 2, 4, 8), accumulation: list('first-layer', 'output') },
      sources,
    ),
    use(fixedPoint, { bits: 8 }),
  )
  .slot('trainer', use(zoo, { network: 'fashion-mnist-mlp-stochastic' }))
  .slot(
    'device',
    // Without errors. Capacitance per cell: 0.2 fF/µm of wire over a 0.47 µm cell, and a drain; leakage of a low-power
    // cell. Assumed.
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
  .slot('evaluator', use(faulted, { repeats: 5 }))
  .slot('partitioner', use(tile, { arrayRows: 128, arrayCols: 128 }))
  .slot('cost', use(nearMemoryXnor, {}))
  .minimise('errorRate', 0.9)
  .minimise('areaUm2', 1e7)
  .minimise('energyPjPerInference', 1e7).data;
