import type { Volume } from '@bitfront/bits';
import type { RandomStream } from '@bitfront/math';

/** How training images are varied at every presentation. */
export interface Augmentation {
  /** Mirror left and right with probability 1/2. */
  readonly flip: boolean;
  /** Move by up to this many pixels in each direction, uniformly; what comes in is 0. */
  readonly shift: number;
}

/** Copies one image, channel by channel, mirrored and moved as drawn. */
export type Augment = (
  values: Uint8Array,
  offset: number,
  stream: RandomStream,
  target: Uint8Array<ArrayBuffer>,
) => void;

/** Nothing where nothing is varied. */
export function augmenter({ flip, shift }: Augmentation, volume: Volume): Augment | undefined {
  if (!flip && shift === 0) return undefined;
  const { channels, height, width } = volume;
  return (values, offset, stream, target) => {
    const mirrored = flip && stream.integer(2) === 1;
    const down = shift === 0 ? 0 : stream.integer(2 * shift + 1) - shift;
    const right = shift === 0 ? 0 : stream.integer(2 * shift + 1) - shift;
    target.fill(0);
    const [top, bottom] = [Math.max(0, down), Math.min(height, height + down)];
    const [left, end] = [Math.max(0, right), Math.min(width, width + right)];
    if (left >= end) return;
    for (let channel = 0; channel < channels; channel++)
      for (let y = top; y < bottom; y++) {
        const to = (channel * height + y) * width;
        const from = offset + (channel * height + y - down) * width - right;
        target.set(values.subarray(from + left, from + end), to + left);
        if (mirrored) target.subarray(to, to + width).reverse();
      }
  };
}
