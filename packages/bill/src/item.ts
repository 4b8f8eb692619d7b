import type { Figure } from '@bitfront/circuits';

/** What a block adds: area on the chip, energy of one inference, time on the critical path of one inference. */
export interface Item<Part extends string = string> extends Figure {
  readonly part: Part;
}

/** How often a block exists, acts during one inference, and acts one after the other on the critical path. */
export interface Use {
  readonly count: number;
  readonly actions: number;
  readonly steps: number;
}

/** A block used in a certain way, as an item of the bill. */
export function item<Part extends string>(
  part: Part,
  figure: Figure,
  { count, actions, steps }: Use,
): Item<Part> {
  return {
    part,
    areaUm2: count * figure.areaUm2,
    energyFj: actions * figure.energyFj,
    latencyNs: steps * figure.latencyNs,
  };
}

/** Sum of one quantity over the items of a part. */
export function partTotal<Part extends string>(
  items: readonly Item<Part>[],
  part: Part,
  quantity: keyof Figure,
): number {
  return items.reduce((total, entry) => (entry.part === part ? total + entry[quantity] : total), 0);
}
