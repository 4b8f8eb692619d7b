import { quantity } from '@bitfront/core';

const provenance = {
  cite: 'default 1T1R cell of the field, 4 F by 12 F (NeuroSim V1.4)',
  how: 'assumed',
} as const;
const cellAreaF2 = quantity('F²', 4, 500, 'one 1T1R branch', { default: 48, provenance });
const shape = 'width / height of a bit';

/** A bit of one 1T1R branch, which lies along the word line. */
export const branchLayout = {
  cellAreaF2,
  aspectRatio: quantity('1', 0.1, 10, shape, { default: 3, provenance }),
} as const;

/** A bit of two branches that lie end to end. */
export const pairLayout = {
  cellAreaF2,
  aspectRatio: quantity('1', 0.1, 10, shape, { default: 6, provenance }),
} as const;
