import {
  type ConvolutionShape,
  type Extent,
  type LayerShape,
  outputFeatures,
  outputVolume,
  positionCount,
  type Volume,
} from '@bitfront/bits';
import type { LayerArrays } from './archive.ts';

/**
 * What a layer with weights of this shape is, from its small arrays `input`, `stride`, `padding`, `shortcut`, `pool` and `groups`.
 * @param below the layer that feeds it
 */
export function readGeometry(
  layer: LayerArrays,
  shape: readonly number[],
  below: LayerShape | undefined,
): LayerShape {
  const read = shape.length === 4 ? convolution(layer, shape, below) : dense(layer, shape);
  const given = below && outputFeatures(below);
  if (given !== undefined && read.kind === 'dense' && read.inputs !== given)
    layer.refuse(weightPart(layer), `has ${read.inputs} inputs after a layer of ${given} outputs`);
  return read;
}

function dense(layer: LayerArrays, [outputs = 0, inputs = 0]: readonly number[]): LayerShape {
  for (const part of ['input', 'stride', 'padding', 'shortcut', 'pool', 'groups'])
    if (layer.optional(part) !== undefined) layer.refuse(part, 'stands beside the weights of a dense layer');
  return { kind: 'dense', inputs, outputs };
}

function convolution(
  layer: LayerArrays,
  [outputs = 0, seen = 0, height = 0, width = 0]: readonly number[],
  below: LayerShape | undefined,
): ConvolutionShape {
  const input = inputVolume(layer, below);
  const [groups = 1] = layer.sizes('groups', 1, 1) ?? [];
  if (groups > 1 && (groups !== input.channels || groups !== outputs))
    layer.refuse(
      'groups',
      `is ${groups}; only 1 or, with as many outputs, all ${input.channels} channels work`,
    );
  const expected = groups > 1 ? 1 : input.channels;
  if (seen !== expected)
    layer.refuse(weightPart(layer), `sees ${seen} channels per output where ${expected} are given`);
  const [from = 0, weight] = layer.sizes('shortcut', 2, 0) ?? [];
  const pool = layer.sizes('pool', 4, 1);
  const read: ConvolutionShape = {
    kind: groups > 1 ? 'depthwise' : 'convolution',
    input,
    outputs,
    kernel: { height, width },
    stride: extent(layer.sizes('stride', 2, 1), 1),
    padding: extent(layer.sizes('padding', 2, 0), 0),
    ...(weight !== undefined && { shortcut: { from, weight } }),
    ...(pool && { pool: { size: extent(pool, 1), stride: extent(pool.slice(2), 1) } }),
  };
  if (positionCount(read) === 0)
    layer.refuse(weightPart(layer), `is a kernel larger than its padded input of ${sizeText(input)}`);
  if (outputFeatures(read) === 0) layer.refuse('pool', 'is a window larger than the output of its layer');
  return read;
}

/** As given by `input`, else what the convolution below gives. */
function inputVolume(layer: LayerArrays, below: LayerShape | undefined): Volume {
  const [channels, height, width] = layer.sizes('input', 3, 1) ?? [];
  const derived = below === undefined || below.kind === 'dense' ? undefined : outputVolume(below);
  if (channels === undefined || height === undefined || width === undefined)
    return derived ?? layer.refuse('input', 'is missing: nothing else says how the inputs form an image');
  const given = { channels, height, width };
  const features = below && outputFeatures(below);
  if (derived !== undefined && sizeText(derived) !== sizeText(given))
    layer.refuse('input', `is ${sizeText(given)} after a convolution that gives ${sizeText(derived)}`);
  if (features !== undefined && channels * height * width !== features)
    layer.refuse('input', `is ${sizeText(given)} after a layer of ${features} outputs`);
  return given;
}

function extent(sizes: readonly number[] | undefined, otherwise: number): Extent {
  const [height = otherwise, width = otherwise] = sizes ?? [];
  return { height, width };
}

const sizeText = ({ channels, height, width }: Volume): string => `${channels} x ${height} x ${width}`;

const weightPart = (layer: LayerArrays): string => (layer.optional('bits') === undefined ? 'weight' : 'bits');
