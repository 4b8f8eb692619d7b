import { quantity } from '@bitfront/core';

const stuckNone = { cite: 'no stuck cells are claimed unless they are given', how: 'assumed' } as const;
const spreadNone = { cite: 'no spread is claimed unless it is given', how: 'assumed' } as const;

/** Cells that stay in one state whatever is written; seen by models that draw cell by cell. */
export const stuckCells = {
  stuckOnProbability: quantity('1', 0, 0.5, 'cells stuck in the low-resistance state', {
    default: 0,
    provenance: stuckNone,
  }),
  stuckOffProbability: quantity('1', 0, 0.5, 'cells stuck in the high-resistance state', {
    default: 0,
    provenance: stuckNone,
  }),
} as const;

/** Spreads of a technology whose own errors do not depend on them, and stuck cells. Neutral unless given. */
export const cellVariation = {
  lowLogSpread: quantity('1', 0, 3, 'standard deviation of ln R, low state; for analog reads', {
    default: 0,
    provenance: spreadNone,
  }),
  highLogSpread: quantity('1', 0, 3, 'standard deviation of ln R, high state; for analog reads', {
    default: 0,
    provenance: spreadNone,
  }),
  ...stuckCells,
} as const;
