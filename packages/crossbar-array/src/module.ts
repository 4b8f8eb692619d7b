import { type Figure, logicLeakageNw } from '@bitfront/circuits';
import type { CrossbarOptions } from './options.ts';

/** One kind of circuit of an array, all of its copies. */
export interface Module {
  readonly name: string;
  readonly areaUm2: number;
  /** In one read of the whole array, all bits of the inputs. */
  readonly energyFj: number;
  /** Its share of the time of that read; 0 where it works beside something slower. */
  readonly latencyNs: number;
  /** At rest, at 300 K. */
  readonly leakageNw: number;
  readonly kind: 'cells' | 'read' | 'write' | 'both';
  /** Where it lies: rows meet it at the side of the array, columns below it. */
  readonly side: 'cells' | 'rows' | 'columns';
}

/** How often a block is there, acts, and is waited for. */
export interface Use {
  readonly count: number;
  readonly actions: number;
  readonly steps: number;
}

/** A module of `count` equal blocks around the cells. */
export function moduleOf(
  options: CrossbarOptions,
  place: Pick<Module, 'name' | 'kind' | 'side'>,
  figure: Figure,
  { count, actions, steps }: Use,
): Module {
  const { technology, circuitTransistors: kind } = options;
  const areaUm2 = count * figure.areaUm2;
  return {
    ...place,
    areaUm2,
    energyFj: actions * figure.energyFj,
    latencyNs: steps * figure.latencyNs,
    leakageNw: logicLeakageNw(technology, { nand2s: areaUm2 / technology.nand2AreaUm2, kind }),
  };
}
