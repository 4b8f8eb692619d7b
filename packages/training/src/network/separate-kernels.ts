import { type ConvolutionShape, type LayerShape, positions } from '@bitfront/bits';

/** Which convolutions of a network become separable, counted from one of its ends. */
export interface Separation {
  /** Of the convolutions that can be separated, rounded half up. */
  readonly ratio: number;
  readonly from: 'deep' | 'input';
}

/**
 * Replaces 3D kernels (k × k × all channels) by 2D + 1D ones: a depthwise k × k convolution, which takes over stride and
 * padding, and a pointwise one, which takes over pool and shortcut. Both have batch norm and sign. The first layer stays as
 * it is, since one bit per colour would be all that is left of the image; so do pointwise and depthwise layers.
 * Mixing kernels: S. Oh, J. An, K.-S. Min, Micromachines 14(2), 309 (2023).
 */
export function separateKernels(
  layers: readonly ConvolutionShape[],
  { ratio, from }: Separation,
): readonly ConvolutionShape[] {
  const able = [...layers.keys()].filter((index) => index > 0 && separable(layers[index] as LayerShape));
  const count = Math.floor(ratio * able.length + 0.5);
  const chosen = new Set(from === 'deep' ? able.slice(able.length - count) : able.slice(0, count));
  const result: ConvolutionShape[] = [];
  /** Where the outputs of a layer come from now. */
  const moved: number[] = [];
  for (const [index, layer] of layers.entries()) {
    const { shortcut, ...bare } = layer;
    const link = shortcut && {
      shortcut: { ...shortcut, from: moved[shortcut.from] ?? shortcut.from },
    };
    if (chosen.has(index)) result.push(depthwise(bare), pointwise(bare, link));
    else result.push({ ...bare, ...link });
    moved.push(result.length - 1);
  }
  return result;
}

function separable({ kind, ...layer }: LayerShape): boolean {
  return kind === 'convolution' && 'kernel' in layer && layer.kernel.height * layer.kernel.width > 1;
}

function depthwise({ pool: _, ...layer }: ConvolutionShape): ConvolutionShape {
  return { ...layer, kind: 'depthwise', outputs: layer.input.channels };
}

function pointwise(
  layer: ConvolutionShape,
  link: Pick<ConvolutionShape, 'shortcut'> | undefined,
): ConvolutionShape {
  const one = { height: 1, width: 1 };
  return {
    kind: 'convolution',
    input: { channels: layer.input.channels, ...positions(layer) },
    outputs: layer.outputs,
    kernel: one,
    stride: one,
    padding: { height: 0, width: 0 },
    ...link,
    ...(layer.pool && { pool: layer.pool }),
  };
}
