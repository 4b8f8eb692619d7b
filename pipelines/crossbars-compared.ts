import { list, paired, pipeline, use } from '@bitfront/core';
import crossbar from '@bitfront/cost-crossbar';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import fefet from '@bitfront/device-fefet-duenkel-iedm-2017';
import rram from '@bitfront/device-rram-1t1r-lognormal';
import sram from '@bitfront/device-sram-6t';
import mram from '@bitfront/device-stt-mram';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import im2col from '@bitfront/partitioner-im2col';
import zoo from '@bitfront/trainer-zoo';

const process = { nodeNm: 22, supplyV: 0.8 };
const side = list(64, 128, 256);

export default pipeline('crossbars-compared', 'trial')
  .slot('dataset', use(fashionMnist, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot('trainer', use(zoo, { network: 'fashion-mnist-mlp-grey' }))
  .slot(
    'device',
    use(rram, {
      ...process,
      cellAreaF2: 48,
      aspectRatio: 3,
      plusOneState: 'low-resistance',
      lowResistanceKohm: 100,
      highResistanceKohm: 1700,
      lowLogSpread: list(0.05, 0.2),
      highLogSpread: 0.2,
      comparatorLogOffset: 0,
      reference: 'equal-error',
      readVoltageV: 0.5,
      readTimeNs: 0.5,
      writeVoltageV: 2,
      writeTimeNs: 10,
      setEnergyPj: 0.6,
      resetEnergyPj: 0.6,
    }),
    use(mram, {
      ...process,
      cellAreaF2: 54,
      thermalStability: 60,
      overdrive: 2,
      writePulseNs: 21.5,
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
    use(fefet, {
      thresholdSpreadV: 0.2,
      ...process,
      lowResistanceKohm: 100,
      highResistanceKohm: 100_000,
      readVoltageV: 0.1,
      readTimeNs: 1,
      writeEnergyFj: 10,
    }),
    use(sram, {
      ...process,
      bitLineRows: paired('array', side),
      bitLineFfPerCell: 0.15,
      readSwingV: 0.2,
      readTimeNs: 0.5,
      writeTimeNs: 0.5,
      standbyPowerNwPerBit: 0.02,
      bitErrorRate: 0,
    }),
  )
  .slot('evaluator', use(faulted, { repeats: 1 }))
  .slot('partitioner', use(im2col, { arrayRows: paired('array', side), arrayCols: paired('array', side) }))
  .slot('cost', use(crossbar, { sensing: list('flash-adc', 'row-by-row'), adcBits: list(4, 6, 8) }))
  .minimise('errorRate', 0.9)
  .minimise('areaUm2', 1e7)
  .minimise('energyPjPerInference', 1e7).data;
