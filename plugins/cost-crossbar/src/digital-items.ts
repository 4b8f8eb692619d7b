import { type Item, item } from '@bitfront/bill';
import { shortcutWeight } from '@bitfront/bits';
import {
  accumulator,
  bitsToHold,
  comparator,
  type Figure,
  gate,
  inSeries,
  register,
  registerFile,
  rippleAdder,
  type Technology,
} from '@bitfront/circuits';
import type { LayerWork } from './layer-work.ts';
import type { Part } from './parts.ts';

/** Outputs of crossbars that come at the same time, and times that they come for one image. */
interface Lanes {
  readonly parallel: number;
  readonly turns: number;
}

/**
 * Lanes behind the converters of a layer: each read gives its conversions in `ways` turns, since so many outputs share a
 * converter.
 */
function lanesOf({ mapping, runs }: LayerWork, ways: number): Lanes {
  const each = mapping.reads === 0 ? 0 : Math.ceil(mapping.conversions / mapping.reads);
  const shared = Math.min(ways, Math.max(1, each));
  return { parallel: Math.ceil(each / shared), turns: runs * mapping.reads * shared };
}

/**
 * From converted sums to the bits of the next layer: parts of a sum from several crossbars are added, then
 * shortcuts; planes and draws are accumulated in the arrays before, thresholds compared, pools ORed. Nothing is pipelined.
 */
export function digitalItems(technology: Technology, work: LayerWork, ways: number): readonly Item<Part>[] {
  const lanes = lanesOf(work, ways);
  return [
    ...partialSums(technology, work, lanes),
    ...(work.isLast ? [] : hiddenEnd(technology, work, lanes)),
  ];
}

function partialSums(technology: Technology, work: LayerWork, lanes: Lanes): readonly Item<Part>[] {
  const { parts } = work.mapping.sums;
  if (parts === 1) return [];
  const bits = bitsToHold(work.mapping.sums.rowsDriven * parts);
  const adder = rippleAdder(technology, { bits, activity: RANDOM });
  const share = (parts - 1) / parts;
  return [
    item('partialSums', adder, {
      count: Math.ceil(lanes.parallel * share),
      actions: work.runs * work.mapping.conversions * share,
      steps: lanes.turns * levels(parts),
    }),
  ];
}

function hiddenEnd(technology: Technology, work: LayerWork, lanes: Lanes): readonly Item<Part>[] {
  const { shape, values, runs, sumBits: bits, mapping, activity } = work;
  const count = Math.ceil(lanes.parallel / mapping.sums.parts);
  const actions = runs * values;
  const steps = lanes.turns;
  const { outputDensity: density } = activity;
  const thresholds = registerFile(technology, { words: shape.outputs, wordBits: bits, activity: RANDOM });
  const stored: Figure = { ...thresholds, energyFj: thresholds.readEnergyFj };
  const items: Item<Part>[] = [
    item('thresholds', stored, { count: 1, actions, steps }),
    item('thresholds', comparator(technology, { bits, activity: RANDOM }), { count, actions, steps }),
  ];
  if (shortcutWeight(shape) > 0)
    items.push(
      item('shortcuts', rippleAdder(technology, { bits, activity: RANDOM }), { count, actions, steps }),
    );
  if (shape.kind !== 'dense' && shape.pool !== undefined)
    items.push(
      // The OR of a window as it fills: one gate and one flip-flop for each output that comes.
      item(
        'pooling',
        inSeries(
          gate(technology, 'and2', 2 * density * (1 - density)),
          register(technology, { bits: 1, activity: 2 * density * (1 - density) }),
        ),
        { count, actions, steps },
      ),
    );
  return items;
}

/**
 * score = scale · dot + offset per class, the greatest wins: one unit, class by class, one shift-and-add per bit of the
 * factor. Over several runs the scores are summed, or the votes counted, in a register file.
 */
export function outputItems(
  technology: Technology,
  work: LayerWork,
  scaleBits: number,
): readonly Item<Part>[] {
  const { shape, runs, sumBits } = work;
  const classes = shape.outputs;
  const bits = 1 + scaleBits + sumBits;
  const actions = runs * classes;
  const words = registerFile(technology, { words: classes, wordBits: bits + scaleBits, activity: RANDOM });
  const best = inSeries(
    comparator(technology, { bits, activity: RANDOM }),
    register(technology, { bits: bits + bitsToHold(classes), activity: RANDOM }),
  );
  const sums = registerFile(technology, {
    words: classes,
    wordBits: bits + bitsToHold(runs),
    activity: RANDOM,
  });
  const summed: Figure = {
    areaUm2: sums.areaUm2,
    energyFj: sums.readEnergyFj + sums.writeEnergyFj,
    latencyNs: sums.latencyNs,
  };
  return [
    item('output', { ...words, energyFj: words.readEnergyFj }, { count: 1, actions, steps: actions }),
    item('output', accumulator(technology, { bits, activity: RANDOM }), {
      count: 1,
      actions: (scaleBits + 1) * actions,
      steps: (scaleBits + 1) * actions,
    }),
    item('output', best, { count: 1, actions, steps: actions }),
    ...(runs === 1 ? [] : [item('output', summed, { count: 1, actions, steps: actions })]),
  ];
}

function levels(operands: number): number {
  let count = 0;
  for (let reach = 1; reach < operands; reach *= 2) count++;
  return count;
}

/** Sums and scores of random data: a bit differs from the one before with probability one half. */
const RANDOM = 0.5;
