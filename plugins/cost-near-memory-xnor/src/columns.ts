import type { Column } from '@bitfront/core';
import { type Part, parts } from './bill.ts';

const docs: Readonly<Record<Part, string>> = {
  cells: 'memory cells that hold weights, with their bit lines',
  senseAmplifiers: 'sense amplifiers with XNOR and their latches',
  decoders: 'row decoders',
  wordLineDrivers: 'drivers of the word lines',
  writeDrivers: 'write drivers and level shifters',
  popcount: 'popcount trees and the adders over arrays',
  accumulators: 'accumulators of bit planes or draws',
  thresholds: 'stored thresholds and their comparators',
  pooling: 'OR of the outputs of a convolution, with the words that wait for their window to close',
  registers: 'registers between layers, windows of convolutions included',
  lineBuffers:
    'what makes windows slide: line memories, shifts, padding, and the choice of a depthwise channel',
  inputEncoding: 'input registers and random bit generators',
  output: 'scores and the choice of the class',
  wires: 'wires between arrays, adders and layers, with their drivers',
  standby: 'standby power of the cells during one inference',
};

export const areaParts = parts.filter((part) => part !== 'standby');
export const energyParts = parts.filter((part) => part !== 'writeDrivers');
export const latencyParts = areaParts.filter((part) => part !== 'writeDrivers');

/** Each total, then its parts, which add up to it. */
export const columns: Readonly<Record<string, Column>> = {
  areaUm2: { unit: 'µm²', doc: 'used area: cells and circuits' },
  ...breakdown('areaUm2', areaParts, 'µm²'),
  cellAreaUm2: { unit: 'µm²', doc: 'cells of all arrays, used or not' },
  boundingAreaUm2: { unit: 'µm²', doc: 'used area and the empty corners of the arrays’ bounding boxes' },
  energyPjPerInference: { unit: 'pJ', doc: 'energy of one inference' },
  ...breakdown('energyPjPerInference', energyParts, 'pJ'),
  writeEnergyPj: { unit: 'pJ', doc: 'energy to program the whole network once' },
  'writeEnergyPj.cells': { unit: 'pJ', doc: 'programming in the cells' },
  'writeEnergyPj.lines': { unit: 'pJ', doc: 'write drivers, bit lines and word lines' },
  lifetimeWriteEnergyPj: { unit: 'pJ', doc: 'energy of all programmings of its life' },
  enduranceLeftCycles: {
    unit: '1',
    doc: 'writes that a bit survives after all programmings of the life; below 0 it wears out before, empty where nobody published its endurance',
  },
  latencyNs: { unit: 'ns', doc: 'from the first pixel to the class, nothing overlapped' },
  ...breakdown('latencyNs', latencyParts, 'ns'),
};

function breakdown(total: string, names: readonly Part[], unit: string): Readonly<Record<string, Column>> {
  return Object.fromEntries(names.map((part) => [`${total}.${part}`, { unit, doc: docs[part] }]));
}
