import { choice, defineStage, integer } from '@bitfront/core';
import { layerPartition } from './layer-partition.ts';

/**
 * Cuts every layer onto arrays of `arrayRows` × `arrayCols` weight bits, weight-stationary: each weight has a cell
 * of its own, nothing is loaded during inference, and layers share no array.
 *
 * A dense layer of `inputs` × `outputs` takes ⌈outputs / rows⌉ · ⌈inputs / columns⌉ arrays when rows hold neurons
 * (one read gives the weights of one neuron), ⌈inputs / rows⌉ · ⌈outputs / columns⌉ when rows hold inputs.
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
    cellUtilisation: { unit: '1', doc: 'cells that hold a weight, over all cells of the arrays' },
  },
  weight: 'light',
  source: { cite: 'Bitfront', where: 'counting', how: 'derived', residual: 'exact' },
  run: ({ network }, { arrayRows, arrayCols, rowsHold }) => {
    const array = { rows: arrayRows, columns: arrayCols };
    const layers = network.architecture.layers.map((shape) => layerPartition(shape, array, rowsHold));
    const arrays = layers.reduce((total, layer) => total + layer.arrays, 0);
    const weights = layers.reduce((total, layer) => total + layer.weights, 0);
    const row = { arrays, cellUtilisation: weights / (arrays * arrayRows * arrayCols) };
    return { array, layers, row };
  },
});
