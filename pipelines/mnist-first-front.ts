import { list, paired, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import mnist from '@bitfront/dataset-mnist';
import rram from '@bitfront/device-rram-2t2r-lognormal';
import sram from '@bitfront/device-sram-6t';
import mram from '@bitfront/device-stt-mram';
import fixedPoint from '@bitfront/encoder-fixed-point';
import stochastic from '@bitfront/encoder-stochastic';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import bnn from '@bitfront/trainer-bnn';

/** One process for all technologies, so that the front compares memories and not nodes. */
const process = { nodeNm: 28, supplyV: 0.9 };
/** Square arrays; the bit lines of the SRAM grow with them. */
const side = list(64, 128, 256, 512);

export default pipeline(
  'mnist-first-front',
  'Which memory, which input encoding and which array size are worth their area and energy on MNIST, errors included?',
)
  .slot('dataset', use(mnist, { validationImages: 5000 }))
  .slot(
    'encoder',
    use(fixedPoint, { bits: list(8, 4) }),
    use(stochastic, { presentations: list(1, 4, 16), accumulation: 'first-layer', trainingDraws: 1 }),
  )
  .slot('trainer', use(bnn, { hiddenWidths: list([256, 256], [512, 512]), epochs: 12 }))
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
    // Four programming strengths: less energy, wider distributions. The tenfold window and the spreads are assumed;
    // 30 times less energy for a bit error rate of some percent follows the abstract of arXiv 1904.03652.
    use(
      rram,
      {
        ...process,
        lowResistanceKohm: 10,
        highResistanceKohm: 100,
        comparatorLogOffset: 0.1,
        readVoltageV: 0.2,
        readTimeNs: 1,
        writeVoltageV: 2,
        writeTimeNs: 100,
      },
      [
        { lowLogSpread: 0.25, highLogSpread: 0.45, setEnergyPj: 15, resetEnergyPj: 15 },
        { lowLogSpread: 0.4, highLogSpread: 0.8, setEnergyPj: 3, resetEnergyPj: 3 },
        { lowLogSpread: 0.6, highLogSpread: 1.2, setEnergyPj: 0.5, resetEnergyPj: 0.5 },
        { lowLogSpread: 0.8, highLogSpread: 1.6, setEnergyPj: 0.2, resetEnergyPj: 0.2 },
      ],
    ),
    // Resistances, read voltage and current of the STT sample of NVSim's cell files; barrier, damping and field assumed.
    use(mram, {
      ...process,
      cellAreaF2: 54,
      thermalStability: 60,
      overdrive: 2,
      writePulseNs: list(17, 10.5, 8, 6),
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
  .slot('evaluator', use(faulted, { repeats: 3 }))
  .slot('partitioner', use(tile, { arrayRows: paired('array', side), arrayCols: paired('array', side) }))
  .slot('cost', use(nearMemoryXnor, {}))
  .minimise('errorRate', 0.2)
  .minimise('areaUm2', 2e6)
  .minimise('energyPjPerInference', 1e6)
  .minimise('writeEnergyPj', 1e8).data;
