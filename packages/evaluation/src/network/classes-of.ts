import type { Network } from '@bitfront/core';
import { firstLargest } from '@bitfront/inference';

/** Dots of the last layer: neuron k of lane l at k · stride + l. */
export interface ScoredDots {
  readonly view: ArrayLike<number>;
  readonly stride: number;
}

/** How the dots of the last layer become classes. */
export interface Scoring {
  readonly output: Network['output'];
  /** D = dot · scale. */
  readonly outputScale: number;
  readonly lanesPerImage: number;
  readonly vote: boolean;
}

/**
 * The class of every image of a block: the first largest of scale · dot + offset, of its sum over the presentations,
 * or of the votes of the presentations.
 */
export function classesOf(scoring: Scoring, dots: ScoredDots, images: number): Uint8Array {
  if (scoring.lanesPerImage === 1) return classesOfLanes(scoring, dots, images);
  const { output, outputScale, lanesPerImage, vote } = scoring;
  const { view, stride } = dots;
  const count = output.scale.length;
  const classes = new Uint8Array(images);
  const scores = new Float64Array(count);
  const totals = new Float64Array(count);
  for (let image = 0; image < images; image++) {
    totals.fill(0);
    for (let draw = 0; draw < lanesPerImage; draw++) {
      const lane = image * lanesPerImage + draw;
      for (let k = 0; k < count; k++) {
        const dot = (view[k * stride + lane] as number) / outputScale;
        scores[k] = (output.scale[k] as number) * dot + (output.offset[k] as number);
      }
      if (vote) {
        const winner = firstLargest(scores);
        totals[winner] = (totals[winner] as number) + 1;
      } else for (let k = 0; k < count; k++) totals[k] = (totals[k] as number) + (scores[k] as number);
    }
    classes[image] = firstLargest(totals);
  }
  return classes;
}

/** The same for one presentation per image, class after class: neither sums nor votes of one presentation change it. */
function classesOfLanes(
  { output, outputScale }: Scoring,
  { view, stride }: ScoredDots,
  images: number,
): Uint8Array {
  const classes = new Uint8Array(images);
  const best = new Float64Array(images);
  for (let k = 0; k < output.scale.length; k++) {
    const [scale, offset] = [output.scale[k] as number, output.offset[k] as number];
    for (let image = 0; image < images; image++) {
      const score = scale * ((view[k * stride + image] as number) / outputScale) + offset;
      if (k > 0 && score <= (best[image] as number)) continue;
      best[image] = score;
      classes[image] = k;
    }
  }
  return classes;
}
