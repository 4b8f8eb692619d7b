// Convolutional networks that the tests of this plugin share; not part of the package.
import type { ConvolutionShape, LayerShape } from '@bitfront/bits';
import { dense } from './trial.fixture.ts';

export const square = (size: number) => ({ height: size, width: size });

/** 3 × 3, stride 1, no padding, no pooling unless said otherwise. */
export function convolution(
  channels: number,
  size: number,
  outputs: number,
  other: Partial<ConvolutionShape> = {},
): ConvolutionShape {
  return {
    kind: 'convolution',
    input: { channels, ...square(size) },
    outputs,
    kernel: square(3),
    stride: square(1),
    padding: square(0),
    ...other,
  };
}

export const halved = { pool: { size: square(2), stride: square(2) } };

/** The first two layers of CNV (Umuroglu et al., FINN, FPGA 2017), and a dense layer behind. */
export const cnvStart: readonly LayerShape[] = [
  convolution(3, 32, 64),
  convolution(64, 30, 64, halved),
  dense(64 * 14 * 14, 10),
];

/** All of CNV. */
export const cnv: readonly LayerShape[] = [
  ...cnvStart.slice(0, 2),
  convolution(64, 14, 128),
  convolution(128, 12, 128, halved),
  convolution(128, 5, 256),
  convolution(256, 3, 256),
  dense(256, 512),
  dense(512, 512),
  dense(512, 10),
];

/** A residual block: from its first layer, over two 3 × 3 convolutions. */
export const block: readonly LayerShape[] = [
  convolution(2, 4, 3, { padding: square(1) }),
  convolution(3, 4, 3, { padding: square(1) }),
  convolution(3, 4, 5, { padding: square(1), shortcut: { from: 0, weight: 6 } }),
  dense(5 * 4 * 4, 2),
];

/** The 19 convolutions of ResNet-20 for 32 × 32 pixels (He et al., CVPR 2016), option A, the last layer dense on all pixels. */
export const resnet: readonly LayerShape[] = [
  convolution(3, 32, 16, { padding: square(1) }),
  ...Array.from({ length: 18 }, (_, i) => {
    const [stage, isFirst] = [Math.floor(i / 6), i % 6 === 0 && i > 0];
    const [channels, size] = [16 << stage, 32 >> stage];
    const input = isFirst
      ? convolution(channels / 2, 2 * size, channels)
      : convolution(channels, size, channels);
    const shortcut = { from: i - 1, weight: Math.ceil(Math.sqrt(9 * channels)) };
    const stride = square(isFirst ? 2 : 1);
    return { ...input, padding: square(1), stride, ...(i % 2 === 1 && { shortcut }) };
  }),
  dense(64 * 8 * 8, 10),
];

/** Strides, padding, overlapping pools, flat kernels, depthwise and pointwise layers, all of odd sizes. */
export const oddNetworks: readonly (readonly LayerShape[])[] = [
  [
    {
      ...convolution(3, 9, 5),
      input: { channels: 3, height: 9, width: 7 },
      kernel: { height: 3, width: 2 },
      stride: { height: 2, width: 1 },
      padding: { height: 1, width: 2 },
    },
    {
      ...convolution(5, 5, 5, { kind: 'depthwise', padding: square(1) }),
      input: { channels: 5, height: 5, width: 10 },
      pool: { size: square(3), stride: square(2) },
    },
    {
      ...convolution(5, 2, 7, { kernel: square(1) }),
      input: { channels: 5, height: 2, width: 4 },
      pool: { size: { height: 1, width: 3 }, stride: square(1) },
    },
    dense(7 * 2 * 2, 3),
  ],
  [convolution(1, 5, 1, { kind: 'depthwise', kernel: square(5) }), dense(1, 1)],
  [convolution(1, 3, 2, { kernel: square(1), padding: square(1) }), dense(50, 2)],
  [dense(6, 27), convolution(3, 3, 4, { kernel: square(2) }), dense(16, 2)],
  block,
  [
    // A pool between source and sum, a dense layer between, a pool behind the sum.
    convolution(1, 8, 2, { kernel: square(1) }),
    { ...convolution(2, 8, 3, { padding: square(1) }), ...halved },
    convolution(3, 4, 7, { kernel: square(1), shortcut: { from: 0, weight: 1 }, ...halved }),
    dense(28, 12),
    convolution(3, 2, 9, { kernel: square(1), shortcut: { from: 2, weight: 4096 } }),
    dense(36, 3),
  ],
];
