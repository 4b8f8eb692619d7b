import { correctedMemory, correctionColumns, secCode } from '@bitfront/codes';
import { choice, defineStage, integer } from '@bitfront/core';

/**
 * A shortened Hamming code: one wrong bit of a word is corrected, two or more are mostly made worse. A word whose
 * syndrome is no column of the parity-check matrix is left as read.
 */
export default defineStage({
  name: 'ecc-sec',
  version: 1,
  doc: 'one wrong bit per word corrected, by a shortened Hamming code',
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
  source: {
    cite: 'R. W. Hamming, Bell Syst. Tech. J. 29 (1950) 147',
    where: 'syndrome decoder over all error patterns; columns in ascending order',
    how: 'derived',
    residual:
      'exact for independent errors and uniformly random data; circuits as those of @bitfront/circuits',
    assumed: [
      'trees of the decoder and the encoder share no gate and toggle with 1/2',
      'match gates toggle only when the syndrome does; glitches of the syndrome do not reach them',
      'a shortened last word of a row keeps all check bits and the decoder of a full word',
    ],
  },
  capabilities: { corrects: true },
  requires: ({ memory }) =>
    memory?.capabilities.corrects === true
      ? `The words of this memory are corrected already (${memory.plugin}); errors that are left are no longer independent.`
      : undefined,
  run: ({ memory }, { dataBits }) => correctedMemory(memory, secCode(dataBits)),
});
