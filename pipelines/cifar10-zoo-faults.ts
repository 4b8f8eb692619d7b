import { list, pipeline, use } from '@bitfront/core';
import nearMemoryXnor from '@bitfront/cost-near-memory-xnor';
import cifar10 from '@bitfront/dataset-cifar10';
import rram from '@bitfront/device-rram-2t2r-lognormal';
import sram from '@bitfront/device-sram-6t';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import tile from '@bitfront/partitioner-tile';
import zoo from '@bitfront/trainer-zoo';

/** One process for both technologies, so that the front compares memories and not nodes. */
const process = { nodeNm: 28, supplyV: 0.9 };

export default pipeline(
  'cifar10-zoo-faults',
  'How weakly may the cells of a trained convolutional network be programmed before CIFAR-10 suffers, and what is saved?',
)
  .slot('dataset', use(cifar10, { validationImages: 5000 }))
  .slot('encoder', use(fixedPoint, { bits: list(8, 4) }))
  .slot('trainer', use(zoo, { network: 'cifar10-cnv' }))
  .slot(
    'device',
    // Capacitance per cell: 0.2 fF/µm of wire over a 0.47 µm cell, and a drain; leakage of a low-power cell. Assumed.
    use(sram, {
      ...process,
      bitLineRows: 128,
      bitLineFfPerCell: 0.15,
      readSwingV: 0.2,
      readTimeNs: 0.5,
      writeTimeNs: 0.5,
      standbyPowerNwPerBit: 0.02,
      bitErrorRate: 0,
    }),
    // The same cells at the four strengths of mnist-first-front; windows and spreads are assumed.
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
  )
  .slot('evaluator', use(faulted, { repeats: 3 }))
  .slot('partitioner', use(tile, { arrayRows: 128, arrayCols: 128 }))
  .slot('cost', use(nearMemoryXnor, {}))
  .minimise('errorRate', 0.9)
  .minimise('areaUm2', 1e7)
  .minimise('energyPjPerInference', 1e7)
  .minimise('writeEnergyPj', 1e8).data;
