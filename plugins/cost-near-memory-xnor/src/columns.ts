import type { Column } from '@bitfront/core';
import { breakdownColumns, lifetimeColumns } from '@bitfront/bill';
import { type Part, parts } from './bill.ts';

const docs: Readonly<Record<Part, string>> = {
  cells: 'memory cells that hold weights and their check bits, with their bit lines',
  senseAmplifiers: 'sense amplifiers with their latches and XNOR',
  eccDecoder: 'decoders of error correction, between amplifiers and XNOR',
  eccEncoder: 'the one encoder of error correction',
  decoders: 'row decoders',
  wordLineDrivers: 'drivers of the word lines',
  writeDrivers: 'write drivers and level shifters',
  popcount: 'popcount trees and the adders over arrays',
  accumulators: 'accumulators of bit planes or draws',
  shortcuts:
    'residual shortcuts: the memory in which outputs wait for them, the choice of a channel, and adders',
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

const onlyWriting: readonly Part[] = ['writeDrivers', 'eccEncoder'];
export const areaParts = parts.filter((part) => part !== 'standby');
export const energyParts = parts.filter((part) => !onlyWriting.includes(part));
export const latencyParts = areaParts.filter((part) => !onlyWriting.includes(part));

/** Each total, then its parts, which add up to it. */
export const columns: Readonly<Record<string, Column>> = {
  areaUm2: { unit: 'µm²', doc: 'used area: cells and circuits' },
  ...breakdownColumns('areaUm2', areaParts, 'µm²', docs),
  cellAreaUm2: { unit: 'µm²', doc: 'cells of all arrays, used or not' },
  boundingAreaUm2: { unit: 'µm²', doc: 'used area and the empty corners of the arrays’ bounding boxes' },
  energyPjPerInference: { unit: 'pJ', doc: 'energy of one inference' },
  ...breakdownColumns('energyPjPerInference', energyParts, 'pJ', docs),
  writeEnergyPj: { unit: 'pJ', doc: 'energy to program the whole network once' },
  'writeEnergyPj.cells': { unit: 'pJ', doc: 'programming in the cells' },
  'writeEnergyPj.lines': { unit: 'pJ', doc: 'write drivers, bit lines and word lines' },
  'writeEnergyPj.eccEncoder': { unit: 'pJ', doc: 'check bits of all words' },
  ...lifetimeColumns('bit'),
  latencyNs: { unit: 'ns', doc: 'from the first pixel to the class, nothing overlapped' },
  ...breakdownColumns('latencyNs', latencyParts, 'ns', docs),
};
