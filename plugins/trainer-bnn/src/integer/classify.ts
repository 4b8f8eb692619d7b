import { type FoldedNetwork, integerThresholds, type PackedBits } from '@bitfront/bits';
import type { Kernels } from '@bitfront/kernels';
import type { Presentation } from '../input/presentation.ts';
import { activate, integerDots, loadWeights } from './integer-layer.ts';

/** The classes that the folded integer network gives to the presented examples; first largest score. */
export function classify(kernels: Kernels, network: FoldedNetwork, shown: Presentation): Uint16Array {
  const outer = kernels.arena.mark();
  const weights = network.weights.map((packed: PackedBits) => loadWeights(kernels, packed));
  const thresholds = network.thresholds.map((thetas, layer) => integerThresholds(thetas, layer === 0 ? shown.top : 1));
  const scale = network.thresholds.length === 0 ? shown.top : 1;
  const classes = new Uint16Array(shown.count);
  for (let from = 0; from < shown.count; from += chunkImages) {
    const mark = kernels.arena.mark();
    const to = Math.min(shown.count, from + chunkImages);
    let [first, ...rest] = weights;
    let dots = integerDots(kernels, first as (typeof weights)[0] & object, shown.load(kernels, from, to));
    for (const [layer, next] of rest.entries()) {
      const signs = kernels.arena.bits(to - from, dots.rows);
      activate(kernels, dots, thresholds[layer] as Int32Array, signs);
      dots = integerDots(kernels, next, signs);
    }
    for (let image = from; image < to; image++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < dots.rows; label++) {
        const dot = (dots.view[label * dots.stride + image - from] ?? 0) / scale;
        const score = (network.output.scale[label] ?? 0) * dot + (network.output.offset[label] ?? 0);
        if (score > best) [best, classes[image]] = [score, label];
      }
    }
    kernels.arena.release(mark);
  }
  kernels.arena.release(outer);
  return classes;
}

/** Images classified together. */
const chunkImages = 512;
