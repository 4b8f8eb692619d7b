import { type Item, item } from '@bitfront/bill';
import { inputFeatures, outputFeatures } from '@bitfront/bits';
import { hTree, sramBuffer, type Technology, type TransistorKind } from '@bitfront/circuits';
import type { LayerWork } from './layer-work.ts';
import type { Part } from './parts.ts';

/** What a layer keeps and moves, with the leakage that its area does not tell. */
export interface Moved {
  readonly items: readonly Item<Part>[];
  readonly cellLeakageNw: number;
}

/**
 * The inputs of a layer in SRAM, all of them, word by word of 64 bits in as many banks as a read needs: written once, and
 * read for every row that is driven. An H-tree takes the bits to the crossbars of the layer, laid out as a square, and the
 * sums back.
 */
export function bufferItems(
  technology: Technology,
  work: LayerWork,
  boundingAreaUm2: number,
  kind: TransistorKind,
): Moved {
  const { shape, mapping, activity, runs, planes, isFirst, isLast, sumBits } = work;
  const heldBits = inputFeatures(shape) * (isFirst ? planes : 1);
  const words = Math.ceil(heldBits / WORD_BITS);
  const buffer = sramBuffer(technology, { words, wordBits: WORD_BITS, activity: activity.inputToggle, kind });
  const driven = runs * planes * mapping.rowDrives;
  const writes = runs * words;
  const turns = runs * planes * mapping.reads;
  const tree = (bits: number, toggle: number) =>
    hTree(technology, {
      leaves: Math.max(1, mapping.crossbars),
      bits,
      sideUm: Math.sqrt(boundingAreaUm2),
      activity: toggle,
      kind,
    });
  const results = isLast ? shape.outputs * sumBits : outputFeatures(shape);
  const [down, up] = [tree(1, activity.inputToggle), tree(1, RANDOM)];
  const items: Item<Part>[] = [
    item(
      'buffers',
      { ...buffer, energyFj: buffer.readEnergyFj },
      {
        count: 1,
        actions: driven / WORD_BITS,
        steps: turns,
      },
    ),
    item(
      'buffers',
      { areaUm2: 0, energyFj: buffer.writeEnergyFj, latencyNs: 0 },
      {
        count: 0,
        actions: writes,
        steps: 0,
      },
    ),
    item('wires', down, { count: WORD_BITS, actions: driven, steps: turns }),
    item('wires', up, { count: WORD_BITS, actions: runs * results, steps: turns / planes }),
  ];
  return { items, cellLeakageNw: buffer.cellLeakageNw };
}

const WORD_BITS = 64;
/** Results differ from those before with probability one half. */
const RANDOM = 0.5;
