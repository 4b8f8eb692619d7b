import { type Extent, fanIn, type LayerShape, positions } from '@bitfront/bits';

/** What a mapping needs to know of a layer; a dense layer is a 1 × 1 convolution of one position. */
export interface LayerTask {
  /** Whether a kernel sees all channels, or its own alone. */
  readonly sees: 'all-channels' | 'own-channel';
  readonly channels: number;
  readonly kernels: number;
  readonly kernel: Extent;
  readonly stride: Extent;
  /** Positions of the kernel, before pooling. */
  readonly map: Extent;
  /** Weights of one kernel. */
  readonly fanIn: number;
}

/**
 * - `exact`: an output o pixels away sees a window stride · o pixels away.
 * - `as-stride-1`: windows lie side by side at every pixel of an image as large as the output map needs. The count of a
 *   table, not a placement that computes a strided layer.
 */
export type StrideReading = 'exact' | 'as-stride-1';

/** The task of a layer that `checkLayers` of bits accepts. */
export function layerTask(shape: LayerShape, strides: StrideReading): LayerTask {
  const all = { sees: 'all-channels', kernels: shape.outputs, fanIn: fanIn(shape) } as const;
  if (shape.kind === 'dense') return { ...all, channels: shape.inputs, kernel: one, stride: one, map: one };
  return {
    ...all,
    sees: shape.kind === 'depthwise' ? 'own-channel' : 'all-channels',
    channels: shape.input.channels,
    kernel: shape.kernel,
    stride: strides === 'exact' ? shape.stride : one,
    map: positions(shape),
  };
}

const one: Extent = { height: 1, width: 1 };
