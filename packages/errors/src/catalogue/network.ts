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
  NETWORK_FILE_INVALID: {
    what: '"{file}" holds no network that can be read: array "{array}" {problem}.',
    why: 'A network is the arrays layer0.weight ([outputs, inputs], or [outputs, channels, height, width] of a convolution), layer0.gamma, .beta, .mean, .variance [outputs], then layer1 and so on.',
    now: 'Write the archive again with numpy.savez; the README of @bitfront/network-npz shows the lines for PyTorch.',
  },
  NETWORK_SHAPE_MISMATCH: {
    what: '"{file}" is a network of {inputs} inputs and {classes} classes.',
    why: 'The dataset "{dataset}" has {features} features and {expectedClasses} classes.',
    now: 'Choose the dataset that the network was trained for.',
  },
  NETWORK_LAYER_INVALID: {
    what: 'Layer {layer} ({kind}) {problem}.',
    why: 'Every layer takes exactly what the one before it gives, and the last gives one score per class.',
    now: 'Check widths, kernels, strides and paddings, layer by layer.',
  },
  NETWORK_LAYERS_UNREADABLE: {
    what: '"{word}" in the layers "{text}" cannot be read.',
    why: 'Layers are written 64C3 (outputs C kernel), DW3 (depthwise) or MP2 (pooling behind a convolution), with s2 for a stride and p1 for a padding, joined by "-".',
    now: 'Write for example 64C3-64C3-MP2-128C3p1.',
  },
  NETWORK_BATCH_INVALID: {
    what: 'A batch of {batch} examples in {shards} parts leaves {images} images in each.',
    why: 'Every part needs at least 2 images, and a multiple of {block}: with convolutions, the images of a pixel fill whole words.',
    now: 'Change "batchSize" or "shards", or give more training examples.',
  },
  NETWORK_CHECKPOINT_MISMATCH: {
    what: 'A checkpoint of {bytes} bytes is not one of this network.',
    why: 'It holds other layers or another number of examples, or it is damaged.',
    now: 'Remove it with "bitfront cache prune", and the training starts anew.',
  },
  NETWORK_EXAMPLES_MISSING: {
    what: 'The dataset has {train} training and {validation} validation examples.',
    why: 'Training needs at least 2, and at least 1 that is held out to measure the validation error.',
    now: 'Raise or lower "validationImages" of the dataset.',
  },
  NETWORK_DIVERGED: {
    what: 'The training diverged in epoch {epoch}: its loss is {loss}.',
    why: 'A loss that is not finite cannot be followed down.',
    now: 'Lower the learning rate.',
  },
});
