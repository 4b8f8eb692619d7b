import { defineErrors } from '../define-errors.ts';

/** A network, its bits or its training is refused. */
export const networkErrors = defineErrors({
  BITS_INDEX_OUTSIDE: {
    what: 'Bit ({row}, {column}) does not exist in a matrix of {rows} x {columns}.',
    why: 'Rows and columns count from 0.',
    now: 'Check the shape of the layer.',
  },
  BITS_SIZE_MISMATCH: {
    what: '{count} values cannot fill a bit matrix of {rows} x {columns}.',
    why: 'It takes {expected} values, row by row.',
    now: 'Check the shape of the layer.',
  },
  BITS_VALUE_INVALID: {
    what: 'The value at row {row}, column {column} is not a number.',
    why: 'A sign is taken of every weight, and NaN has none.',
    now: 'Look for a division by zero or an overflow in what made the weights.',
  },
  BITS_COLUMNS_DIFFER: {
    what: 'Weights of {weights} columns meet activations of {activations} columns.',
    why: 'A dot product needs rows of equal length.',
    now: 'Check that the layer follows the one before it.',
  },
  NETWORK_BATCH_NORM_INVALID: {
    what: 'The batch norm of neuron {neuron} is not a finite affine function.',
    why: 'Its four numbers must be finite and its variance plus epsilon above zero.',
    now: 'Check gamma, beta, mean, variance and epsilon of that layer, and that the training did not diverge.',
  },
});
