import { checkShapes, drawsInputs, evaluationColumns, evaluationRow } from '@bitfront/evaluation';
import { choice, defineStage, integer, listOf } from '@bitfront/core';
import { evaluateRepeats } from './evaluate-repeats.ts';
import { type FaultModel, isFaultless, redrawings } from './faults/fault-model.ts';
import { faultsByLayer } from './faults/faults-by-layer.ts';
import { openReuse } from './reuse/open-reuse.ts';

/**
 * Runs a folded network on the test and validation images with weight bits that are read wrongly.
 *
 * A stored 1 flips with `plusToMinus`, a stored 0 with `minusToPlus`: one uniform number u per stored bit, layer and
 * repeat, and the bit flips where u is below its probability. So a bit that flips at some level flips at every higher
 * one, and all technologies and encodings meet the same draws. Stochastic inputs are drawn afresh in every repeat.
 * `redraw` says how long wrong bits last, `faultyLayers` which layers have any.
 * All arithmetic is on integers; scores of the last layer are float64.
 */
export default defineStage({
  name: 'evaluator-faulted',
  version: 1,
  doc: 'error rates and measured activity of a network whose weight bits are read wrongly now and then',
  needs: {
    dataset: ['description', 'test', 'validation'],
    encoding: ['inference'],
    network: ['architecture', 'weights', 'thresholds', 'output'],
    memory: ['faults'],
  },
  gives: 'evaluation',
  parameters: {
    repeats: integer(1, 1000, 'independent draws of the faults and of the stochastic inputs', 5),
    redraw: choice(
      redrawings,
      'wrong bits are drawn at every programming (each repeat), for every image (reads that fail), or once for all repeats (defects)',
      'programming',
    ),
    faultyLayers: listOf(
      integer(1, 1000, 'a layer, 1 is the first'),
      0,
      1000,
      'layers whose weights are read wrongly; all of them if empty',
      [],
    ),
  },
  columns: evaluationColumns,
  weight: 'heavy',
  // Not the memory, not the encoding, not the number of repeats: comparisons are paired, and more repeats add draws.
  randomness: { stream: 'evaluation', from: ['network.architecture'] },
  source: {
    cite: 'Bitfront; faults as in T. Hirtzlin et al., AICAS 2019, arXiv 1904.03652',
    where: 'independent flips of stored weight bits',
    how: 'derived',
    residual: 'exact arithmetic; the intervals say how far the draws and the images carry',
    assumed: ['flips are independent of each other'],
  },
  run(input, { repeats, redraw, faultyLayers }, context) {
    checkShapes(input, 'evaluator-faulted');
    const { layers } = input.network.architecture;
    const faults: FaultModel = {
      redraw,
      layers: faultsByLayer(input.memory.faults, layers.length, faultyLayers),
    };
    const settled = isFaultless(faults) || redraw === 'once';
    // Nothing is random then, and further repeats would be copies of the first.
    const distinct = settled && !drawsInputs(input.encoding.inference) ? 1 : repeats;
    const reuse = openReuse(input, redraw, repeats, context);
    const { test, validation, activity } = evaluateRepeats(input, faults, distinct, context, reuse);
    return {
      row: evaluationRow(input.dataset, { test, validation }),
      activity,
      repeats: test,
    };
  },
});
