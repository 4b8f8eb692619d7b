import type { Item as AnyItem } from '@bitfront/bill';

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
  'shortcuts',
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

export type Item = AnyItem<Part>;
