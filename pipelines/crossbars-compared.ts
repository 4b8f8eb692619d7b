import { list, paired, pipeline, use } from '@bitfront/core';
import crossbar from '@bitfront/cost-crossbar';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import fefet from '@bitfront/device-fefet-duenkel-iedm-2017';
import rram from '@bitfront/device-rram-1t1r-lognormal';
import sram from '@bitfront/device-sram-6t';
import mram from '@bitfront/device-stt-mram';
import fixedPoint from '@bitfront/encoder-fixed-point';
import analog from '@bitfront/evaluator-crossbar';
import im2col from '@bitfront/partitioner-im2col';
import zoo from '@bitfront/trainer-zoo';

/** One process for all technologies. Cell pitches, line and end resistances are assumed alike too. */
const process = { nodeNm: 22, supplyV: 0.8 };
const side = list(64, 128);
/** Bits of the converters: what the evaluator rounds to, and what the cost model builds. */
const bits = list(4, 6, 8);

export default pipeline(
  'crossbars-compared',
  'Which memory, converter and crossbar size are worth their area and energy once columns are analog?',
)
  .slot('dataset', use(fashionMnist, {}))
  .slot('encoder', use(fixedPoint, { bits: 4 }))
  .slot('trainer', use(zoo, { network: 'fashion-mnist-mlp-grey' }))
  .slot(
    'device',
    // The array that NeuroSim prints: 48 F², 100 kΩ and 1.7 MΩ, 2 V. Spreads, voltages and times are assumed.
    use(rram, {
      ...process,
      cellAreaF2: 48,
      aspectRatio: 3,
      plusOneState: 'low-resistance',
      lowResistanceKohm: 100,
      highResistanceKohm: 1700,
      lowLogSpread: paired('spread', list(0.05, 0.1, 0.2)),
      highLogSpread: paired('spread', list(0.1, 0.3, 0.6)),
      comparatorLogOffset: 0,
      reference: 'equal-error',
      readVoltageV: 0.5,
      readTimeNs: 0.5,
      writeVoltageV: 2,
      writeTimeNs: 10,
      setEnergyPj: 0.6,
      resetEnergyPj: 0.6,
    }),
    // Resistances, read voltage and current of the STT sample of NVSim's cell files; barrier, damping and field assumed.
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
    // Threshold spread, currents and write energy are not in the abstract of the paper: assumed.
    use(fefet, {
      ...process,
      thresholdSpreadV: 0.2,
      lowResistanceKohm: 100,
      highResistanceKohm: 100_000,
      readVoltageV: 0.1,
      readTimeNs: 1,
      writeEnergyFj: 10,
    }),
    // Mismatch of 10 % in the currents of cells: assumed.
    use(sram, {
      lowLogSpread: 0.1,
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
  .slot('partitioner', use(im2col, { arrayRows: paired('array', side), arrayCols: paired('array', side) }))
  .slot(
    'evaluator',
    use(analog, {
      repeats: 2,
      adcBits: paired('adc', bits),
      sourceResistanceOhm: 100,
      wireResistanceOhm: 1,
      neuronResistanceOhm: 100,
    }),
  )
  .slot(
    'cost',
    use(crossbar, {
      sensing: list('flash-adc', 'sar-adc'),
      adcBits: paired('adc', bits),
      outputsPerConverter: list(4, 8, 16),
    }),
  )
  .minimise('errorRate', 0.9)
  .minimise('areaUm2', 1e7)
  .minimise('energyPjPerInference', 1e7).data;
