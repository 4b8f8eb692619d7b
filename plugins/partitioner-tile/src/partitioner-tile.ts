import { positionCount } from '@bitfront/bits';
import { choice, defineStage, integer } from '@bitfront/core';
import { layerPartition } from './layer-partition.ts';

/**
 * Cuts every layer onto arrays of `arrayRows` × `arrayCols` weight bits, weight-stationary: each weight has a cell
 * of its own, nothing is loaded during inference, and layers share no array.
 *
 * A layer is the matrix of its neurons and their fan-in: `inputs` of a dense layer, `height · width · channels` of a
 * kernel, `height · width` of a depthwise kernel. It takes ⌈outputs / rows⌉ · ⌈fan-in / columns⌉ arrays when rows
 * hold neurons (one read gives the weights of one neuron), ⌈fan-in / rows⌉ · ⌈outputs / columns⌉ when rows hold
 * inputs. A convolution uses these arrays again at every position; they are not copied to compute positions at once.
 *
 * Depthwise neurons share no input. Rows that hold neurons are read one after the other, each with its own inputs, so
 * they stay packed to the left. Rows that hold inputs are driven together: neuron c has `fan-in` rows of its own in
 * one column, p = min(⌊rows / fan-in⌋, columns) of them along the diagonal of an array, ⌈outputs / p⌉ arrays in all;
 * a fan-in above `rows` takes ⌈fan-in / rows⌉ arrays per neuron. Cells beside the diagonal hold no weight.
 */
export default defineStage({
  name: 'partitioner-tile',
  version: 1,
  doc: 'layers cut onto memory arrays of one size, weight-stationary, no array shared between layers',
  needs: { network: ['architecture'] },
  gives: 'partition',
  parameters: {
    arrayRows: integer(1, 65536, 'word lines of an array'),
    arrayCols: integer(1, 65536, 'weight bits along a word line'),
    rowsHold: choice(
      ['neurons', 'inputs'],
      'what one word line holds: weights of one neuron, or of one input',
      'neurons',
    ),
  },
  columns: {
    arrays: { unit: '1', doc: 'arrays of all layers' },
    arrayPasses: {
      unit: '1',
      doc: 'arrays times the positions they serve, over all layers: uses of an array for one image shown once',
    },
    cellUtilisation: { unit: '1', doc: 'cells that hold a weight, over all cells of the arrays' },
  },
  weight: 'light',
  source: { cite: 'Bitfront', where: 'counting', how: 'derived', residual: 'exact' },
  run: ({ network }, { arrayRows, arrayCols, rowsHold }) => {
    const array = { rows: arrayRows, columns: arrayCols };
    const shapes = network.architecture.layers;
    const layers = shapes.map((shape) => layerPartition(shape, array, rowsHold));
    let [arrays, arrayPasses, weights] = [0, 0, 0];
    for (const [i, layer] of layers.entries()) {
      const shape = shapes[i];
      arrays += layer.arrays;
      arrayPasses += layer.arrays * (shape === undefined ? 0 : positionCount(shape));
      weights += layer.weights;
    }
    const row = { arrays, arrayPasses, cellUtilisation: weights / (arrays * arrayRows * arrayCols) };
    return { array, layers, row };
  },
});
