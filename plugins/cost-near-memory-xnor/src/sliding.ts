import { positionCount } from '@bitfront/bits';
import type { LayerShape } from '@bitfront/core';

/**
 * How the window of a convolution moves: pixels arrive in raster order, padding among them, each with all its
 * channels. Every pixel moves the window by one; behind each of its rows but the newest lies a line memory.
 */
export interface Sliding {
  /** Bits of a pixel in one plane. */
  readonly channels: number;
  /** Pixels of the window, which lie in registers. */
  readonly taps: number;
  /** Line memories: one less than the window has rows. */
  readonly lines: number;
  /** Pixels of a line memory: what a padded row has more than the window. 0 where the window is as wide as the image. */
  readonly linePixels: number;
  /** Pixels that move the window for one image: those of the padded image. */
  readonly shifts: number;
  /** Whether some of these pixels are padding. */
  readonly isPadded: boolean;
}

/** Nothing where there is only one position: then every input stays where it arrives, as in a dense layer. */
export function slidingOf(shape: LayerShape): Sliding | undefined {
  if (shape.kind === 'dense' || positionCount(shape) === 1) return undefined;
  const { input, kernel, padding } = shape;
  const width = input.width + 2 * padding.width;
  const shifts = width * (input.height + 2 * padding.height);
  return {
    channels: input.channels,
    taps: kernel.height * kernel.width,
    lines: kernel.height - 1,
    linePixels: width - kernel.width,
    shifts,
    isPadded: shifts > input.height * input.width,
  };
}
