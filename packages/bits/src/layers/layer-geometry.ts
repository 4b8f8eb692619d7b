import type { ConvolutionShape, Extent, LayerShape, Volume } from './layer-shape.ts';

/** Values that a layer takes of one image. */
export function inputFeatures(layer: LayerShape): number {
  return layer.kind === 'dense' ? layer.inputs : volumeOf(layer.input);
}

/** Values that a layer gives for one image, behind its pooling. */
export function outputFeatures(layer: LayerShape): number {
  return layer.kind === 'dense' ? layer.outputs : volumeOf(outputVolume(layer));
}

/** Weights of one neuron: the columns of the layer's weight matrix, whose rows are its `outputs`. */
export function fanIn(layer: LayerShape): number {
  if (layer.kind === 'dense') return layer.inputs;
  const taps = layer.kernel.height * layer.kernel.width;
  return layer.kind === 'depthwise' ? taps : taps * layer.input.channels;
}

/** Where the windows of a convolution lie: rows and columns of positions, before pooling. */
export function positions({ input, kernel, stride, padding }: ConvolutionShape): Extent {
  return windows(
    { height: input.height + 2 * padding.height, width: input.width + 2 * padding.width },
    kernel,
    stride,
  );
}

/** How often every neuron of a layer is computed for one image. */
export function positionCount(layer: LayerShape): number {
  if (layer.kind === 'dense') return 1;
  const { height, width } = positions(layer);
  return height * width;
}

/** What a convolution gives, behind its pooling. */
export function outputVolume(layer: ConvolutionShape): Volume {
  const before = positions(layer);
  const after = layer.pool === undefined ? before : windows(before, layer.pool.size, layer.pool.stride);
  return { channels: layer.outputs, ...after };
}

function windows(size: Extent, window: Extent, stride: Extent): Extent {
  return {
    height: Math.max(0, Math.floor((size.height - window.height) / stride.height) + 1),
    width: Math.max(0, Math.floor((size.width - window.width) / stride.width) + 1),
  };
}

function volumeOf({ channels, height, width }: Volume): number {
  return channels * height * width;
}
