import type { ConvolutionShape } from '@bitfront/bits';

/** 3 × 3 convolutions on CIFAR-10 (3 × 32 × 32), which are all that the paper counts; pools lie between the maps. */
export const networks = {
  /** 16-16-M-32-32-M-64-64. */
  'plain CNN': stages([16, 16], [32, 32], [64, 64]),
  /** 16-M-32-M-64. */
  'small CNN': stages([16], [32], [64]),
  /** He et al., CVPR 2016: the first layers of the second and third stage have stride 2. */
  'ResNet-20': stages(Array(7).fill(16), Array(6).fill(32), Array(6).fill(64)),
  /** Wider than any network that fits the published pair: 64-64-M-128-128-M-256-256. */
  'wide CNN': stages([64, 64], [128, 128], [256, 256]),
} as const satisfies Readonly<Record<string, readonly ConvolutionShape[]>>;

export type NetworkName = keyof typeof networks;

/** Stages at maps of 32, 16 and 8 pixels, each given by its output channels; every kernel is counted at its own map. */
function stages(...channels: readonly (readonly number[])[]): readonly ConvolutionShape[] {
  const layers: ConvolutionShape[] = [];
  for (const [stage, outputs] of channels.entries())
    for (const count of outputs) layers.push(convolution(layers.at(-1)?.outputs ?? 3, count, 32 >> stage, 3));
  return layers;
}

/** The convolutions with `ratio` of them, rounded half up, as depthwise and pointwise ones, the first one too. */
export function mixed(
  layers: readonly ConvolutionShape[],
  ratio: number,
  from: 'deep' | 'input',
): readonly ConvolutionShape[] {
  const count = Math.floor(ratio * layers.length + 0.5);
  const chosen = (at: number) => (from === 'deep' ? at >= layers.length - count : at < count);
  return layers.flatMap((layer, at) => {
    const { channels, height } = layer.input;
    const spatial = { ...layer, kind: 'depthwise' as const, outputs: channels };
    return chosen(at) ? [spatial, convolution(channels, layer.outputs, height, 1)] : [layer];
  });
}

function convolution(channels: number, outputs: number, map: number, kernel: number): ConvolutionShape {
  const [size, side, pad] = [map, kernel, (kernel - 1) / 2];
  return {
    kind: 'convolution',
    input: { channels, height: size, width: size },
    outputs,
    kernel: { height: side, width: side },
    stride: { height: 1, width: 1 },
    padding: { height: pad, width: pad },
  };
}
