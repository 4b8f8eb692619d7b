import { type Affine, type FoldedNetwork, integerThresholds, type LayerShape } from '@bitfront/bits';
import { firstLargest, layerDots, layerSigns, loadSigns, shortcutOf } from '@bitfront/inference';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { Presentation, Presented } from '../input/presentation.ts';
import { thresholdRow } from './threshold-row.ts';

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
    const thresholds = thetas && thresholdRow(kernels, integerThresholds(thetas, scaleOf(layer)));
    return {
      shape: shapes[layer] as LayerShape,
      signs: loadSigns(kernels, packed),
      thresholds,
      scale: scaleOf(layer),
    };
  });
  const classes = new Uint16Array(shown.count);
  for (let from = 0; from < shown.count; from += shown.chunk) {
    const mark = kernels.arena.mark();
    const to = Math.min(shown.count, from + shown.chunk);
    const lanes = shown.lanes(to - from);
    let values: Presented = shown.load(kernels, from, to);
    const outputs: BitMatrix[] = [];
    for (const { shape, signs, thresholds, scale } of layers) {
      const input = { values, scale, lanes, shortcut: shortcutOf(shapes, shape, outputs) };
      if (thresholds !== undefined) {
        const given = layerSigns(kernels, shape, signs, input, thresholds);
        outputs.push(given);
        values = given;
      } else
        writeClasses(
          layerDots(kernels, shape, signs, input),
          scale,
          network.output,
          classes.subarray(from, to),
        );
    }
    kernels.arena.release(mark);
  }
  kernels.arena.release(outer);
  return classes;
}

function writeClasses(
  { view, stride }: I32Matrix,
  scale: number,
  output: Affine,
  classes: Uint16Array,
): void {
  const scores = new Float64Array(output.scale.length);
  for (let image = 0; image < classes.length; image++) {
    for (let label = 0; label < scores.length; label++) {
      const dot = (view[label * stride + image] ?? 0) / scale;
      scores[label] = (output.scale[label] ?? 0) * dot + (output.offset[label] ?? 0);
    }
    classes[image] = firstLargest(scores);
  }
}
