import type { Figure } from '@bitfront/circuits';

/** The blocks that area, energy and latency are split into; not every block has all three. */
export const parts = [
  'cells',
  'senseAmplifiers',
  'eccDecoder',
  'eccEncoder',
  'decoders',
  'wordLineDrivers',
  'writeDrivers',
  'popcount',
  'accumulators',
  'thresholds',
  'pooling',
  'registers',
  'lineBuffers',
  'inputEncoding',
  'output',
  'wires',
  'standby',
] as const;

export type Part = (typeof parts)[number];

/** What a block adds: area on the chip, energy of one inference, time on the critical path of one inference. */
export interface Item extends Figure {
  readonly part: Part;
}

/** How often a block exists, acts during one inference, and acts one after the other on the critical path. */
export interface Use {
  readonly count: number;
  readonly actions: number;
  readonly steps: number;
}

/** A block used in a certain way, as an item of the bill. */
export function item(part: Part, figure: Figure, { count, actions, steps }: Use): Item {
  return {
    part,
    areaUm2: count * figure.areaUm2,
    energyFj: actions * figure.energyFj,
    latencyNs: steps * figure.latencyNs,
  };
}

/** Sum of one quantity over the items of a part. */
export function partTotal(items: readonly Item[], part: Part, quantity: keyof Figure): number {
  return items.reduce((total, entry) => (entry.part === part ? total + entry[quantity] : total), 0);
}
