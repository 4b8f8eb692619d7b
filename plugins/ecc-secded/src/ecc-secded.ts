import { correctedMemory, correctionParts, correctionResidual, secdedCode } from '@bitfront/codes';
import { defineStage } from '@bitfront/core';

/**
 * A Hsiao code: one wrong bit of a word is corrected; two are seen and left as read, like all words whose syndrome is
 * no column of the parity-check matrix. With four data bits it is the extended Hamming code.
 */
export default defineStage({
  name: 'ecc-secded',
  version: 1,
  doc: 'one wrong bit per word corrected, two detected, by a Hsiao code',
  ...correctionParts,
  source: {
    cite: 'M. Y. Hsiao, IBM J. Res. Dev. 14 (1970) 395',
    where: 'syndrome decoder over all error patterns; odd-weight columns, lowest weights first',
    ...correctionResidual,
  },
  run: ({ memory }, { dataBits }) => correctedMemory(memory, secdedCode(dataBits)),
});
