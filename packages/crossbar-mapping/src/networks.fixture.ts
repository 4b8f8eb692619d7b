import type { LayerShape } from '@bitfront/bits';

/** A convolution of 3 × 3 (or 1 × 1) with padding, so that its map is as large as its input, or halved by `stride`. */
export function convolution(
  channels: number,
  outputs: number,
  map: number,
  more: { readonly kernel?: number; readonly stride?: number; readonly padding?: number } = {},
): LayerShape {
  const { kernel = 3, stride = 1, padding = (kernel - 1) / 2 } = more;
  const size = stride * (map - 1) + kernel - 2 * padding;
  return {
    kind: 'convolution',
    input: { channels, height: size, width: size },
    outputs,
    kernel: { height: kernel, width: kernel },
    stride: { height: stride, width: stride },
    padding: { height: padding, width: padding },
  };
}

/** The 2D + 1D layers that stand for a convolution: depthwise, then pointwise, at the same map. */
export function separated(layer: LayerShape): readonly LayerShape[] {
  if (layer.kind === 'dense') return [layer];
  const { input, outputs } = layer;
  const map = (input.height + 2 * layer.padding.height - layer.kernel.height) / layer.stride.height + 1;
  return [
    { ...layer, kind: 'depthwise', outputs: input.channels },
    convolution(input.channels, outputs, map, { kernel: 1 }),
  ];
}

/** Convolutions of ResNet-20 for 32 × 32 pixels; the first of the second and third stage has stride 2. */
export const resnet20: readonly LayerShape[] = [
  convolution(3, 16, 32),
  ...times(6, convolution(16, 16, 32)),
  convolution(16, 32, 16, { stride: 2 }),
  ...times(5, convolution(32, 32, 16)),
  convolution(32, 64, 8, { stride: 2 }),
  ...times(5, convolution(64, 64, 8)),
];

/** 16-16-M-32-32-M-64-64 on 3 × 32 × 32; pooling lies behind the positions. */
export const plainCnn: readonly LayerShape[] = [
  convolution(3, 16, 32),
  convolution(16, 16, 32),
  convolution(16, 32, 16),
  convolution(32, 32, 16),
  convolution(32, 64, 8),
  convolution(64, 64, 8),
];

/** 16-M-32-M-64. */
export const smallCnn: readonly LayerShape[] = [
  convolution(3, 16, 32),
  convolution(16, 32, 16),
  convolution(32, 64, 8),
];

function times(count: number, layer: LayerShape): readonly LayerShape[] {
  return Array.from({ length: count }, () => layer);
}
