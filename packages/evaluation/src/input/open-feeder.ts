import type { InferenceView } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';
import { binomialTable } from './binomial-table.ts';
import { comparator } from './comparator.ts';
import { drawFeeder } from './draw-feeder.ts';
import type { Feeder } from './feeder.ts';
import { fixedPointFeeder } from './fixed-point-feeder.ts';
import { generatedSums } from './generated-sums.ts';
import { generatorFeeder } from './generator-feeder.ts';
import { sumFeeder } from './sum-feeder.ts';
import { wordStream } from './word-stream.ts';

/**
 * The feeder of an encoding. `random` gives the stream of a presentation, so that the first draws of a longer stream
 * are those of a shorter one; a sum over presentations is drawn at once from the stream of the first. Generators take
 * their start values from the stream of the first.
 */
export function openFeeder(
  inference: InferenceView,
  maxValue: number,
  random: (presentation: number) => RandomStream,
): Feeder {
  if (inference.kind === 'fixed-point') return fixedPointFeeder(inference.bits, maxValue);
  const { presentations, accumulation } = inference;
  // The sum of one draw is that draw.
  const summed = accumulation === 'first-layer' && presentations > 1;
  const { source: numbers } = inference;
  if (numbers.kind !== 'independent') {
    const input = { source: numbers, maxValue, draws: presentations, random: random(0) };
    return summed ? generatedSums(input) : generatorFeeder(input, accumulation === 'vote');
  }
  const source = (presentation: number) => comparator(maxValue, wordStream(random(presentation), 256));
  if (!summed) {
    const sources = Array.from({ length: presentations }, (_, presentation) => source(presentation));
    return drawFeeder(sources, accumulation === 'vote');
  }
  return sumFeeder(binomialTable(presentations, maxValue), wordStream(random(0), 4096));
}

/** How layer 1 scales its dot products: D = dot · scale. */
export function inputScale(inference: InferenceView): number {
  if (inference.kind === 'fixed-point') return (1 << inference.bits) - 1;
  return inference.accumulation === 'first-layer' ? inference.presentations : 1;
}
