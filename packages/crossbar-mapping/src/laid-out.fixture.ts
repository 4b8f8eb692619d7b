import { getBit, type LayerShape, type PackedBits } from '@bitfront/bits';
import type { LayerMapping } from '@bitfront/core';
import type { CrossbarSize, CrossbarUse } from './index.ts';
import { expect } from 'vitest';
import { type LayerTask, layerTask } from './layer-task.ts';

/** What a layer on its crossbars gives and takes, found cell by cell. */
export interface LaidOut {
  /** In the order of `layerDots`; with a bias row, plus 1 for every kernel. */
  readonly dots: readonly number[];
  readonly crossbarReads: number;
  readonly rowDrives: number;
  readonly conversions: number;
  /** Of the crossbars of all reads, and of those that the first read of a single set needs. */
  readonly ofAll: Stood;
  readonly ofFirst: Stood;
  readonly mostRowsDriven: number;
}

interface Stood {
  crossbars: number;
  weightCells: number;
  wiredRows: number;
  wiredColumns: number;
}

/** One weight in a crossbar: its row and output there, the value that the row gets, the kernel's sum that it adds to. */
interface Tap {
  readonly row: number;
  readonly output: number;
  readonly weight: number;
  readonly input: number;
  readonly sum: number;
}

interface Filled {
  readonly first: boolean;
  readonly taps: readonly Tap[];
  /** Rows below a window without a tap in it count as wired: the pixels of gaps. */
  readonly rows: ReadonlySet<number>;
  readonly withBias: boolean;
}

/**
 * Lays a layer on crossbars, weight by weight, as its placement and its cut say, and computes it: every cell is placed once
 * and inside the array, every column is summed over the rows that are driven, the parts are added.
 */
export function laidOut(
  shape: LayerShape,
  mapping: LayerMapping,
  array: CrossbarSize,
  use: CrossbarUse,
  layer: { readonly weights: PackedBits; readonly values: readonly number[]; readonly scale: number },
): LaidOut {
  const task = layerTask(shape, 'exact');
  const d = use.pairs === 'neighbouring-columns' ? 2 : 1;
  const cells = use.pairs === 'single' ? 1 : 2;
  const twins = use.pairs === 'separate-crossbars' ? 2 : 1;
  const bias = use.biasRow ? 1 : 0;
  const dots = new Array<number>(task.kernels * task.map.height * task.map.width).fill(0);
  const stood = () => ({ crossbars: 0, weightCells: 0, wiredRows: 0, wiredColumns: 0 });
  const [ofAll, ofFirst] = [stood(), stood()];
  let [crossbarReads, rowDrives, conversions, mostRowsDriven] = [0, 0, 0, 0];
  const sees = valueUnder(shape, layer.values, layer.scale);
  const weightOf = (kernel: number, column: number) => (getBit(layer.weights, kernel, column) === 1 ? 1 : -1);
  const { placement } = mapping;
  const windows =
    placement.blockRows !== placement.inputs.channels || placement.kernel.height * placement.kernel.width > 1;
  const crossbars = windows
    ? byWindow(task, mapping, sees, weightOf)
    : byPosition(task, mapping, sees, weightOf);
  for (const { first, taps, rows, withBias } of crossbars) {
    const taken = new Set<string>();
    const sums = new Map<number, { output: number; total: number }>();
    for (const { row, output, weight, input, sum } of taps) {
      if (row + bias >= array.rows || (output + 1) * d > array.columns)
        expect.fail(`outside: ${row}, ${output}`);
      const cell = `${row} ${output}`;
      if (taken.has(cell)) expect.fail(`twice: ${cell}`);
      taken.add(cell);
      const found = sums.get(sum) ?? { output, total: withBias ? bias : 0 };
      if (found.output !== output) expect.fail('a sum in two columns of a crossbar');
      sums.set(sum, { output, total: found.total + weight * input });
    }
    for (const [sum, { total }] of sums) dots[sum] = (dots[sum] ?? 0) + total;
    crossbarReads += twins;
    rowDrives += twins * (rows.size + bias);
    conversions += sums.size;
    mostRowsDriven = Math.max(mostRowsDriven, rows.size + bias);
    for (const set of first ? [ofAll, ofFirst] : [ofAll]) {
      set.crossbars += twins;
      set.weightCells += cells * taken.size;
      set.wiredRows += twins * (rows.size + bias);
      set.wiredColumns += twins * d * sums.size;
    }
  }
  return { dots, crossbarReads, rowDrives, conversions, ofAll, ofFirst, mostRowsDriven };
}

type Value = (channel: number, y: number, x: number) => number;
type Weight = (kernel: number, column: number) => number;

function* byWindow(
  task: LayerTask,
  { placement, sums }: LayerMapping,
  sees: Value,
  weight: Weight,
): Generator<Filled> {
  const { inputs, outputs, blocks } = placement;
  const { kernel, stride, map, channels, kernels } = task;
  const own = task.sees === 'own-channel';
  const channelsOnOne = own ? blocks : sums.cut.size;
  for (let top = 0; top < map.height; top += outputs.height)
    for (let left = 0; left < map.width; left += outputs.width)
      for (let from = 0; from < channels; from += channelsOnOne)
        for (let first = 0; first < (own ? 1 : kernels); first += own ? 1 : outputs.kernels) {
          const taps: Tap[] = [];
          const rows = new Set<number>();
          const height = Math.min(outputs.height, map.height - top);
          const width = Math.min(outputs.width, map.width - left);
          for (let c = from; c < Math.min(channels, from + channelsOnOne); c++) {
            const rowOf = (y: number, x: number) => ((c - from) * inputs.height + y) * inputs.width + x;
            for (let y = 0; y < stride.height * (height - 1) + kernel.height; y++)
              for (let x = 0; x < stride.width * (width - 1) + kernel.width; x++) rows.add(rowOf(y, x));
            const [k0, k1] = own ? [c, c + 1] : [first, Math.min(kernels, first + outputs.kernels)];
            for (let k = k0; k < k1; k++)
              for (let oy = 0; oy < height; oy++)
                for (let ox = 0; ox < width; ox++)
                  for (let ky = 0; ky < kernel.height; ky++)
                    for (let kx = 0; kx < kernel.width; kx++) {
                      const tap = ky * kernel.width + kx;
                      const [y, x] = [oy * stride.height + ky, ox * stride.width + kx];
                      taps.push({
                        row: rowOf(y, x),
                        output: ((own ? c - from : k - first) * outputs.height + oy) * outputs.width + ox,
                        weight: weight(k, own ? tap : tap * channels + c),
                        input: sees(c, top * stride.height + y, left * stride.width + x),
                        sum: (k * map.height + top + oy) * map.width + left + ox,
                      });
                    }
          }
          yield { first: top === 0 && left === 0, taps, rows, withBias: own || from === 0 };
        }
}

function* byPosition(
  task: LayerTask,
  { placement, sums }: LayerMapping,
  sees: Value,
  weight: Weight,
): Generator<Filled> {
  const { blockRows, blocks, outputs } = placement;
  const { kernel, stride, map, kernels, fanIn } = task;
  const own = task.sees === 'own-channel';
  const [positionsOnOne, kernelsOnOne] = own ? [1, blocks] : [blocks, outputs.kernels];
  const all = map.height * map.width;
  for (let from = 0; from < all; from += positionsOnOne)
    for (let start = 0; start < fanIn; start += sums.cut.size)
      for (let first = 0; first < kernels; first += kernelsOnOne) {
        const taps: Tap[] = [];
        const rows = new Set<number>();
        for (let at = from; at < Math.min(all, from + positionsOnOne); at++)
          for (let k = first; k < Math.min(kernels, first + kernelsOnOne); k++)
            for (let column = start; column < Math.min(fanIn, start + sums.cut.size); column++) {
              const block = own ? k - first : at - from;
              const row = block * blockRows + column - start;
              rows.add(row);
              const tap = own ? column : Math.floor(column / task.channels);
              const y = Math.floor(at / map.width) * stride.height + Math.floor(tap / kernel.width);
              const x = (at % map.width) * stride.width + (tap % kernel.width);
              taps.push({
                row,
                output: own ? block : block * kernelsOnOne + k - first,
                weight: weight(k, column),
                input: sees(own ? k : column % task.channels, y, x),
                sum: k * all + at,
              });
            }
        yield { first: from === 0, taps, rows, withBias: start === 0 };
      }
}

/** The value of a pixel of the padded image; padding is −scale. */
function valueUnder(shape: LayerShape, values: readonly number[], scale: number): Value {
  if (shape.kind === 'dense') return (channel) => values[channel] ?? 0;
  const { input, padding } = shape;
  return (channel, y, x) => {
    const [row, column] = [y - padding.height, x - padding.width];
    const outside = row < 0 || row >= input.height || column < 0 || column >= input.width;
    return outside ? -scale : (values[(channel * input.height + row) * input.width + column] ?? 0);
  };
}
