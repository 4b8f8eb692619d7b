import { type LayerShape, shortcutProblem, shortcutSource } from '@bitfront/bits';
import type { LayerActivity } from '@bitfront/core';
import { shortcutWait } from './shortcut-wait.ts';

/** What a layer takes from the source of its shortcut. */
export interface Shortcut {
  /** Of the source: the layer's first neurons, which are given something. */
  readonly channels: number;
  /** Pixels that the source gives for one image. */
  readonly sourcePixels: number;
  /** The most pixels that wait at a time. */
  readonly waitingPixels: number;
  /** Probability that a bit differs from the same channel of another pixel: 2·d·(1 − d) of the source. */
  readonly toggle: number;
}

/** The shortcut of a layer, nothing where it has none, or the reason why it cannot be built. */
export function shortcutOf(
  layers: readonly LayerShape[],
  index: number,
  measured: readonly LayerActivity[],
): Shortcut | string | undefined {
  const problem = shortcutProblem(layers, index);
  if (problem !== undefined) return problem;
  const source = shortcutSource(layers, layers[index] as LayerShape);
  if (source === undefined) return undefined;
  const wait = shortcutWait(layers, index, source);
  if (wait.least < 0) return `has a shortcut from layer ${source.from + 1} that comes later than its window`;
  const { channels, height, width } = source.volume;
  const { outputDensity: density } = measured[source.from] as LayerActivity;
  const toggle = 2 * density * (1 - density);
  return { channels, sourcePixels: height * width, waitingPixels: wait.most, toggle };
}
