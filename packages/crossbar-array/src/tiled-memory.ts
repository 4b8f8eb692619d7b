import { addressBits, hTree } from '@bitfront/circuits';
import { bitfrontError } from '@bitfront/errors';
import { sum } from '@bitfront/math';
import { crossbarArray } from './crossbar-array.ts';
import type { Module } from './module.ts';
import type { CrossbarOptions } from './options.ts';
import { scheduleOf } from './schedule.ts';

/** A random-access memory of equal arrays. */
export interface TiledMemory {
  readonly bits: number;
  readonly cellAreaUm2: number;
  /** Arrays with their circuits, and the drivers of the tree: corners between strips are taken as filled. */
  readonly areaUm2: number;
  /** Address in, one word out. */
  readonly readEnergyFj: number;
  readonly latencyNs: number;
  readonly leakageNw: number;
  /** The part of the tree of wires in the read. */
  readonly treeEnergyFj: number;
}

/**
 * `tiles` arrays, read row by row, behind one H-tree: a word is what the amplifiers of one array give at once.
 *
 * Of the array, accumulators are left out. A read opens one row, visits one way of the multiplexer, and sends the address
 * there and the word back: half of their bits change, and half of those rise and charge their wires.
 *
 * @throws CIRCUIT_SIZE_INVALID, CIRCUIT_VALUE_OUT_OF_RANGE
 */
export function tiledMemory(options: CrossbarOptions, { tiles }: { readonly tiles: number }): TiledMemory {
  if (!Number.isSafeInteger(tiles) || tiles < 1) {
    throw bitfrontError('CIRCUIT_SIZE_INVALID', { block: 'memory', name: 'tiles', value: tiles, least: 1 });
  }
  const { technology, rows, columns, sensing, circuitTransistors: kind } = options;
  const columnsPerAmplifier = sensing.kind === 'row-by-row' ? sensing.columnsPerAmplifier : 1;
  const one: CrossbarOptions = {
    ...options,
    sensing: { kind: 'row-by-row', columnsPerAmplifier, rowsRead: 1 },
    inputs: { ...options.inputs, bits: 1 },
  };
  const array = crossbarArray(one);
  const { ways, senses } = scheduleOf(one);
  const accumulators = array.modules.filter(({ name }) => name.startsWith('accumulator'));
  const modules = array.modules.filter((module) => !accumulators.includes(module));
  const tileUm2 = sum(modules.map(({ areaUm2 }) => areaUm2));
  const words = tiles * rows * ways;
  const tree = hTree(technology, {
    leaves: tiles,
    bits: addressBits(words) + senses,
    sideUm: Math.min(1e5, Math.sqrt(tiles * tileUm2)),
    activity: 0.25,
    kind,
  });
  const perWay = ({ side, name }: Module) => (side === 'rows' || name === 'precharge' ? 1 : ways);
  const total = (value: 'energyFj' | 'latencyNs') =>
    sum(modules.map((module) => module[value] / perWay(module)));
  return {
    bits: tiles * rows * columns,
    cellAreaUm2: tiles * array.cellAreaUm2,
    areaUm2: tiles * tileUm2 + tree.areaUm2,
    readEnergyFj: total('energyFj') + tree.energyFj,
    latencyNs: total('latencyNs') + tree.latencyNs,
    leakageNw: tiles * sum(modules.map(({ leakageNw }) => leakageNw)),
    treeEnergyFj: tree.energyFj,
  };
}
