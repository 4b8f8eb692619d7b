import { defineErrors } from '../define-errors.ts';

/** An evaluation, a search or the contract of a plugin fails. */
export const evaluationErrors = defineErrors({
  EVALUATION_SHAPE_MISMATCH: {
    what: '[{plugin}] The network has {network} {what}, the dataset "{dataset}" has {data}.',
    why: 'Images enter layer 1 value by value, and the last layer has one neuron per class.',
    now: 'Train the network on this dataset, or evaluate it on the one it was trained for.',
  },
  EVALUATION_SPLIT_EMPTY: {
    what: '[{plugin}] The {split} split of "{dataset}" holds no images.',
    why: 'An error rate of no images does not exist.',
    now: 'Keep at least one image in it when the dataset is split.',
  },
  EVALUATION_LAYER_UNKNOWN: {
    what: '[{plugin}] The parameter "faultyLayers" names layer {layer}; the network has {layers} layers.',
    why: 'Layers are numbered from 1, the one that sees the input; max-pooling belongs to the layer before it.',
    now: 'Name layers of this network, or leave the list empty for all of them.',
  },
  EVALUATION_CONDUCTANCE_INVERTED: {
    what: '[{plugin}] The on-state of {onUs} µS does not conduct more than the off-state of {offUs} µS.',
    why: 'A weight is the difference of the two: without a gap there is none.',
    now: 'Exchange or correct the conductances of the memory.',
  },
  EVALUATION_MAPPING_UNFIT: {
    what: '[{plugin}] The mapping does not fit: {reason}.',
    why: 'Every part of a sum is one column of a crossbar, and every layer of the network is mapped.',
    now: 'Map this network, with parts that have no more weights than a crossbar has rows.',
  },
  SAMPLER_SPACE_INFINITE: {
    what: '[{plugin}] The space has no end: at least one axis is a real interval.',
    why: 'A grid visits every point, and an interval has no list of points.',
    now: 'Replace interval axes by lists, linear or logarithmic ranges, or choose a sampler that draws from intervals.',
  },
  CONTRACT_BROKEN: {
    what: '[{plugin}] Contract check "{check}" failed: {problem}',
    why: 'Every plugin of a kind keeps the same promises, because the engine relies on them.',
    now: 'Correct the plugin; the README of @bitfront/testkit explains each check.',
  },
  FIGURE_NOT_MATCHED: {
    what: '{name} is {actual}, expected {expected} {tolerance}.',
    why: 'The expected value was calculated by hand or read from a cited source.',
    now: 'Correct the model, or the reading of the source.',
  },
});
