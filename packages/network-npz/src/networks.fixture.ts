import type { ConvolutionShape, LayerShape } from '@bitfront/bits';

const square = (size: number) => ({ height: size, width: size });
const input = { channels: 3, height: 11, width: 9 };
const first: ConvolutionShape = {
  kind: 'convolution',
  input,
  outputs: 5,
  kernel: { height: 3, width: 2 },
  stride: { height: 1, width: 2 },
  padding: { height: 1, width: 0 },
  pool: { size: square(2), stride: square(1) },
};
const second: ConvolutionShape = {
  kind: 'depthwise',
  input: { channels: 5, height: 10, width: 3 },
  outputs: 5,
  kernel: square(3),
  stride: square(1),
  padding: square(1),
};
const pointwise: ConvolutionShape = {
  ...second,
  kind: 'convolution',
  outputs: 33,
  kernel: square(1),
  padding: square(0),
};
/** Networks of every kind of layer and shapes that are no multiple of anything. */
export const networks: readonly (readonly [string, readonly LayerShape[]])[] = [
  [
    'convolution, depthwise, pointwise, dense',
    [
      first,
      second,
      pointwise,
      { kind: 'dense', inputs: 990, outputs: 7 },
      { kind: 'dense', inputs: 7, outputs: 3 },
    ],
  ],
  [
    'a convolution above a dense layer',
    [{ kind: 'dense', inputs: 31, outputs: 150 }, second, { kind: 'dense', inputs: 150, outputs: 2 }],
  ],
  [
    'a shortcut',
    [
      first,
      second,
      { ...second, kind: 'convolution', shortcut: { from: 0, weight: 7 } },
      { kind: 'dense', inputs: 150, outputs: 3 },
    ],
  ],
  [
    'dense of odd widths',
    [
      { kind: 'dense', inputs: 33, outputs: 9 },
      { kind: 'dense', inputs: 9, outputs: 65 },
      { kind: 'dense', inputs: 65, outputs: 10 },
    ],
  ],
];
