import { type Affine, type FoldedNetwork, integerThresholds } from '@bitfront/bits';
import type { I32Matrix, Kernels } from '@bitfront/kernels';
import type { Presentation, Presented } from '../input/presentation.ts';
import { activate, integerDots, loadWeights } from './integer-layer.ts';

/** The classes that the folded integer network gives to the presented examples; the first largest score. */
export function classify(kernels: Kernels, network: FoldedNetwork, shown: Presentation): Uint16Array {
  const outer = kernels.arena.mark();
  const scaleOf = (layer: number) => (layer === 0 ? shown.top : 1);
  const layers = network.weights.map((packed, layer) => {
    const thetas = network.thresholds[layer];
    return {
      weights: loadWeights(kernels, packed),
      thresholds: thetas === undefined ? undefined : integerThresholds(thetas, scaleOf(layer)),
    };
  });
  const classes = new Uint16Array(shown.count);
  for (let from = 0; from < shown.count; from += chunkImages) {
    const mark = kernels.arena.mark();
    const to = Math.min(shown.count, from + chunkImages);
    let input: Presented = shown.load(kernels, from, to);
    for (const { weights, thresholds } of layers) {
      const dots = integerDots(kernels, weights, input, shown.top);
      if (thresholds === undefined)
        firstLargest(dots, scaleOf(layers.length - 1), network.output, classes.subarray(from, to));
      else {
        input = kernels.arena.bits(dots.rows, to - from);
        activate(kernels, dots, thresholds, input);
      }
    }
    kernels.arena.release(mark);
  }
  kernels.arena.release(outer);
  return classes;
}

/** Images classified together. */
const chunkImages = 512;

function firstLargest(dots: I32Matrix, scale: number, output: Affine, classes: Uint16Array): void {
  const { view, stride, rows } = dots;
  for (let image = 0; image < classes.length; image++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < rows; label++) {
      const dot = (view[label * stride + image] ?? 0) / scale;
      const score = (output.scale[label] ?? 0) * dot + (output.offset[label] ?? 0);
      if (score > best) [best, classes[image]] = [score, label];
    }
  }
}
