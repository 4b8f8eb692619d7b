/** Sizes of a convolution's weights as PyTorch keeps them: `conv.weight.shape`. */
export interface KernelSizes {
  readonly outputs: number;
  /** Channels that one output sees: 1 where depthwise. */
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** [outputs, channels, height, width] to rows of ours: channel fastest, then x, then y. */
export function channelFastest(values: Float32Array, sizes: KernelSizes): Float32Array {
  const ordered = new Float32Array(values.length);
  eachWeight(sizes, (theirs, ours) => {
    ordered[ours] = values[theirs] ?? 0;
  });
  return ordered;
}

/** Rows of ours to [outputs, channels, height, width]. */
export function channelFirst(values: Float32Array, sizes: KernelSizes): Float32Array {
  const ordered = new Float32Array(values.length);
  eachWeight(sizes, (theirs, ours) => {
    ordered[theirs] = values[ours] ?? 0;
  });
  return ordered;
}

function eachWeight(
  { outputs, channels, height, width }: KernelSizes,
  visit: (theirs: number, ours: number) => void,
): void {
  const taps = height * width;
  for (let output = 0; output < outputs; output++)
    for (let channel = 0; channel < channels; channel++)
      for (let tap = 0; tap < taps; tap++)
        visit((output * channels + channel) * taps + tap, (output * taps + tap) * channels + channel);
}
