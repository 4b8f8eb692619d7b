import { choice, defineStage, integer, quantity } from '@bitfront/core';
import { checkShapes, drawsInputs, evaluationColumns, evaluationRow } from '@bitfront/evaluation';
import { checkMapping, knownConductance } from './check-mapping.ts';
import { evaluateRepeats } from './evaluate-repeats.ts';
import { drives } from './read-settings.ts';
import { refuseMemory } from './refuse-memory.ts';

/**
 * Runs a folded network on the test and validation images with dot products that are currents of crossbar columns.
 *
 * A weight is a pair of cells, (on, off) for +1 and (off, on) for −1, with log-normal conductances drawn once for each
 * repeat, which stands for one programmed chip, and cells that are stuck. Activations drive rows, values of several
 * bits one bit after the other. A part of a sum, as long as the mapping cuts it, is the difference of the currents of
 * two columns behind their line resistances; it is converted, and everything else is digital.
 */
export default defineStage({
  name: 'evaluator-crossbar',
  version: 1,
  doc: 'error rates and measured activity of a network whose dot products are column currents of crossbars',
  needs: {
    dataset: ['description', 'test', 'validation'],
    encoding: ['inference'],
    network: ['architecture', 'weights', 'thresholds', 'output'],
    memory: ['conductance'],
    mapping: ['array', 'pairs', 'layers'],
  },
  gives: 'evaluation',
  parameters: {
    repeats: integer(1, 1000, 'chips: independent draws of all cells, and of the stochastic inputs', 5),
    drive: choice(
      drives,
      'rows of inputs −1 are not driven (unipolar), or driven by the opposite voltage (bipolar)',
      'unipolar',
    ),
    adcBits: integer(2, 16, 'bits of the converters; one bit is a sense amplifier'),
    adcRangeSigmas: quantity(
      '1',
      0,
      100,
      'half the range of a converter over the standard deviation of a sum of random signs; 0 for all possible sums',
      { default: 0, provenance: { cite: 'Bitfront: nothing is clipped unless asked for', how: 'assumed' } },
    ),
    rowsInParallel: integer(
      0,
      65536,
      'rows driven at a time, converted and added; 0 for all rows of a part',
      0,
    ),
    sourceResistanceOhm: quantity('Ω', 0, 1e6, 'between a driver and its row'),
    wireResistanceOhm: quantity('Ω', 0, 1e6, 'of one cell pitch of a row or a column'),
    neuronResistanceOhm: quantity('Ω', 0, 1e6, 'between a column and its virtual ground'),
  },
  columns: {
    ...evaluationColumns,
    adcLevelsLost: {
      unit: '1',
      doc: 'levels that the converters lack to tell all ideal sums in their range apart, at the widest part; 0 if none',
    },
  },
  weight: 'heavy',
  // As for faults: not the memory, not the mapping, not the encoding, so that comparisons are paired.
  randomness: { stream: 'evaluation', from: ['network.architecture'] },
  source: {
    cite: 'Bitfront; pairs of cells and line resistances as in S. Oh, J. An, K.-S. Min, Micromachines 2023, 14, 309',
    where: 'column currents I_j = Σ G_ij · V_i, G⁺ − G⁻, and the resistances R_S, R_W, R_N of lines',
    how: 'derived',
    residual: 'the resistive network is solved exactly; what is not modelled stands in the README',
    assumed: [
      'cells are linear and independent of each other',
      'uniform noiseless converters',
      'all positions of a convolution meet the same cells',
      'parts lie at the driven ends of their lines, other cells of a crossbar carry no current',
    ],
  },
  requires: refuseMemory,
  run(input, parameters, context) {
    checkShapes(input, 'evaluator-crossbar');
    checkMapping(input);
    const { drive, adcBits, adcRangeSigmas, rowsInParallel, repeats } = parameters;
    const lines = {
      sourceOhm: parameters.sourceResistanceOhm,
      wireOhm: parameters.wireResistanceOhm,
      neuronOhm: parameters.neuronResistanceOhm,
    };
    const cells = knownConductance(input);
    const alike =
      cells.onLogSigma + cells.offLogSigma + cells.stuckOnProbability + cells.stuckOffProbability === 0;
    // Nothing is random then, and further repeats would be copies of the first.
    const distinct = alike && !drawsInputs(input.encoding.inference) ? 1 : repeats;
    const { test, validation, activity, levelsLost } = evaluateRepeats(
      input,
      { drive, adcBits, adcRangeSigmas, rowsInParallel, lines },
      distinct,
      context,
    );
    return {
      row: { ...evaluationRow(input.dataset, { test, validation }), adcLevelsLost: levelsLost },
      activity,
      repeats: test,
    };
  },
});
