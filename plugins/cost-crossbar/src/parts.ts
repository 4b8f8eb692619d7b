/** The blocks that area, energy and latency are split into; not every block has all three. */
export const parts = [
  'cells',
  'rowCircuits',
  'columnCircuits',
  'converters',
  'accumulators',
  'writeCircuits',
  'partialSums',
  'shortcuts',
  'thresholds',
  'pooling',
  'buffers',
  'inputEncoding',
  'output',
  'wires',
  'standby',
] as const;

export type Part = (typeof parts)[number];

export const docs: Readonly<Record<Part, string>> = {
  cells: 'memory cells, used or not, and the current or charge that a read takes in them',
  rowCircuits: 'row decoders, word-line drivers and switches of rows, for reading',
  columnCircuits: 'column multiplexers with their decoders, and precharge',
  converters: 'converters with their encoders, or sense amplifiers where rows are read one by one',
  accumulators:
    'adders and registers behind the converters: rows one by one, groups of rows, bit planes, draws',
  writeCircuits: 'level shifters and write drivers; they rest during inference',
  partialSums: 'adders over the crossbars that a sum is cut into',
  shortcuts: 'adders of residual shortcuts',
  thresholds: 'stored thresholds and their comparators',
  pooling: 'OR of the outputs of a convolution',
  buffers: 'SRAM that holds the inputs of each layer',
  inputEncoding: 'stochastic bit generators',
  output: 'scores and the choice of the class',
  wires: 'H-tree of each layer: bits to its crossbars, sums back',
  standby: 'leakage of all circuits and cells during one inference',
};

export const areaParts = parts.filter((part) => part !== 'standby');
export const energyParts = parts.filter((part) => part !== 'writeCircuits');
export const latencyParts = parts.filter((part) => part !== 'writeCircuits' && part !== 'standby');
