import { type Affine, type FoldedNetwork, integerThresholds, type LayerShape } from '@bitfront/bits';
import type { I32Matrix, Kernels } from '@bitfront/kernels';
import type { Presentation, Presented } from '../input/presentation.ts';
import { activate, integerDots, loadWeights, outputsOf } from './integer-layer.ts';

/** The classes that the folded integer network gives to the presented examples; the first largest score. */
export function classify(
  kernels: Kernels,
  shapes: readonly LayerShape[],
  network: FoldedNetwork,
  shown: Presentation,
): Uint16Array {
  const outer = kernels.arena.mark();
  const scaleOf = (layer: number) => (layer === 0 ? shown.top : 1);
  const layers = network.weights.map((packed, layer) => {
    const thetas = network.thresholds[layer];
    return {
      shape: shapes[layer] as LayerShape,
      weights: loadWeights(kernels, packed),
      thresholds: thetas === undefined ? undefined : integerThresholds(thetas, scaleOf(layer)),
    };
  });
  const classes = new Uint16Array(shown.count);
  for (let from = 0; from < shown.count; from += shown.chunk) {
    const mark = kernels.arena.mark();
    const to = Math.min(shown.count, from + shown.chunk);
    let input: Presented = shown.load(kernels, from, to);
    const lanes = shown.lanes(to - from);
    for (const { shape, weights, thresholds } of layers) {
      const dots = integerDots(kernels, { shape, weights }, input, lanes, shown.top);
      if (thresholds === undefined)
        firstLargest(dots, scaleOf(layers.length - 1), network.output, classes.subarray(from, to));
      else {
        input = outputsOf(kernels, shape, lanes);
        activate(kernels, shape, dots, thresholds, lanes, input);
      }
    }
    kernels.arena.release(mark);
  }
  kernels.arena.release(outer);
  return classes;
}

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
