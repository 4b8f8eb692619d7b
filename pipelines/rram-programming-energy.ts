import { list, pipeline, use } from '@bitfront/core';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import rram from '@bitfront/device-rram-hirtzlin-aicas-2019';
import fixedPoint from '@bitfront/encoder-fixed-point';
import faulted from '@bitfront/evaluator-faulted';
import bnn from '@bitfront/trainer-bnn';

export default pipeline(
  'rram-programming-energy',
  'How far may the programming energy of a resistive memory fall, with and without errors in training?',
)
  .slot('dataset', use(fashionMnist, {}))
  .slot('encoder', use(fixedPoint, { bits: 8 }))
  .slot(
    'trainer',
    use(bnn, {
      hiddenWidths: [1024, 1024],
      epochs: 20,
      trainingFlipProbability: list(0, 0.04),
      repeat: list(0, 1),
    }),
  )
  .slot(
    'device',
    // Only ratios of energies are asked; the reference energy, node, times and voltages are not public and stand for 1.
    use(rram, {
      nodeNm: 130,
      supplyV: 1.2,
      referenceWriteEnergyPj: 1,
      relativeEnergy: list(1, 0.5, 0.2, 0.1, 1 / 15, 1 / 20, 1 / 25, 1 / 30),
      readEnergyFj: 1,
      readTimeNs: 1,
      writeVoltageV: 2,
      writeTimeNs: 1,
    }),
  )
  .slot('evaluator', use(faulted, { repeats: 5 }))
  .minimise('errorRate', 0.9)
  .minimise('writeEnergyFjPerBit', 1e4).data;
