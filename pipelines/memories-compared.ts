import { list, paired, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import single from '@bitfront/device-rram-1t1r-lognormal';
import differential from '@bitfront/device-rram-2t2r-lognormal';
import sram from '@bitfront/device-sram-6t';
import mram from '@bitfront/device-stt-mram';
import none from '@bitfront/ecc-none';
import sec from '@bitfront/ecc-sec';
import secded from '@bitfront/ecc-secded';
import fixedPoint from '@bitfront/encoder-fixed-point';
import stochastic from '@bitfront/encoder-stochastic';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import bnn from '@bitfront/trainer-bnn';

/** One process for all technologies, so that the front compares memories and not nodes. */
const process = { nodeNm: 28, supplyV: 0.9 };
/** Square arrays; the bit lines of the SRAM grow with them. */
const side = list(64, 96, 128, 192, 256, 384, 512);

/** Medians ten times apart, voltages and times: assumed, as in mnist-first-front. */
const resistive = {
  ...process,
  lowResistanceKohm: 10,
  highResistanceKohm: 100,
  comparatorLogOffset: 0.1,
  readVoltageV: 0.2,
  readTimeNs: 1,
  writeVoltageV: 2,
  writeTimeNs: 100,
};
/**
 * Programming strengths: less energy, wider distributions. Thirty times less energy for a bit error rate of some percent
 * follows the abstract of arXiv 1904.03652; the values between are assumed.
 */
const strengths = [
  [0.25, 0.45, 15],
  [0.3, 0.55, 9],
  [0.35, 0.68, 5],
  [0.4, 0.8, 3],
  [0.45, 0.9, 2],
  [0.5, 1, 1.2],
  [0.6, 1.2, 0.5],
  [0.7, 1.4, 0.3],
  [0.8, 1.6, 0.2],
].map(([lowLogSpread = 0, highLogSpread = 0, energyPj = 0]) => ({
  lowLogSpread,
  highLogSpread,
  setEnergyPj: energyPj,
  resetEnergyPj: energyPj,
}));

export default pipeline(
  'memories-compared',
  'Which memory, programmed how strongly, with which error correction, arrays and input wins where on Fashion-MNIST?',
)
  .slot('dataset', use(fashionMnist, {}))
  .slot(
    'encoder',
    use(fixedPoint, { bits: list(8, 4) }),
    // Summed in layer 1: at equal accuracy it takes less energy than whole networks (study stochastic-presentations).
    use(stochastic, {
      presentations: list(1, 2, 4, 8),
      accumulation: 'first-layer',
      trainingDraws: 1,
    }),
  )
  .slot('trainer', use(bnn, { hiddenWidths: [1024, 1024], epochs: 20 }))
  .slot(
    'device',
    // Capacitance per cell: 0.2 fF/µm of wire over a 0.47 µm cell, and a drain; leakage of a low-power cell. Assumed.
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
    use(single, { ...resistive, plusOneState: 'low-resistance', reference: 'equal-error' }, strengths),
    use(differential, resistive, strengths),
    // Resistances, read voltage and current of the STT sample of NVSim's cell files; barrier, damping and field assumed.
    use(mram, {
      ...process,
      cellAreaF2: 54,
      thermalStability: 60,
      overdrive: 2,
      writePulseNs: list(21.5, 17, 13, 10.5, 9, 8, 7, 6),
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
  .slot('ecc', use(none, {}), use(sec, { dataBits: list(4, 32) }), use(secded, { dataBits: list(32, 64) }))
  .slot('evaluator', use(faulted, { repeats: 3 }))
  .slot('partitioner', use(tile, { arrayRows: paired('array', side), arrayCols: paired('array', side) }))
  .slot('cost', use(nearMemoryXnor, {}))
  .minimise('errorRate', 0.9)
  .minimise('areaUm2', 1e7)
  .minimise('energyPjPerInference', 1e7)
  .minimise('writeEnergyPj', 1e9).data;
