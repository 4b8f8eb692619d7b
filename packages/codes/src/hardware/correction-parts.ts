import { choice, integer, type Upstream } from '@bitfront/core';
import { correctionColumns } from './corrected-memory.ts';

/** What stages that correct one wrong bit per word have in common; the code is what tells them apart. */
export const correctionParts = {
  needs: { memory: ['faults', 'cell', 'read', 'write', 'correction'] },
  gives: 'memory',
  parameters: {
    dataBits: integer(1, 1024, 'data bits of a word; the fewest check bits that serve them are added'),
    uncorrectable: choice(
      ['as-read'],
      'what becomes of a word whose error is seen but cannot be placed',
      'as-read',
    ),
  },
  columns: correctionColumns,
  weight: 'light',
  capabilities: { corrects: true },
  requires: ({ memory }: Upstream) =>
    memory?.capabilities.corrects === true
      ? `The words of this memory are corrected already (${memory.plugin}); errors that are left are no longer independent.`
      : undefined,
} as const;

/** How far the figures of such a stage may be trusted. */
export const correctionResidual = {
  how: 'derived',
  residual: 'exact for independent errors and uniformly random data; circuits as those of @bitfront/circuits',
  assumed: [
    'trees of the decoder and the encoder share no gate and toggle with 1/2',
    'match gates toggle only when the syndrome does; glitches of the syndrome do not reach them',
    'a shortened last word of a row keeps all check bits and the decoder of a full word',
  ],
} as const;
