import type { Feeder } from '../input/feeder.ts';
import type { Block } from './block.ts';
import type { LoadedNetwork } from './loaded-network.ts';

/**
 * The class of every image of a block: the first largest of scale · dot + offset, of its sum over the presentations,
 * or of the votes of the presentations.
 */
export function classesOf({ output, outputScale }: LoadedNetwork, block: Block, feeder: Feeder): Uint8Array {
  const { rowsPerImage, vote } = feeder;
  const dots = block.dots.at(-1);
  const [view, stride] = [dots?.view ?? new Int32Array(), dots?.stride ?? 0];
  const count = output.scale.length;
  const classes = new Uint8Array(block.rows / rowsPerImage);
  const scores = new Float64Array(count);
  const totals = new Float64Array(count);
  for (let image = 0; image < classes.length; image++) {
    totals.fill(0);
    for (let draw = 0; draw < rowsPerImage; draw++) {
      const row = image * rowsPerImage + draw;
      for (let k = 0; k < count; k++) {
        const dot = (view[k * stride + row] as number) / outputScale;
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

function firstLargest(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k;
  return best;
}
