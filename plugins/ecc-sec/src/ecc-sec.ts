import { correctedMemory, correctionParts, correctionResidual, secCode } from '@bitfront/codes';
import { defineStage } from '@bitfront/core';

/**
 * A shortened Hamming code: one wrong bit of a word is corrected, two or more are mostly made worse. A word whose
 * syndrome is no column of the parity-check matrix is left as read.
 */
export default defineStage({
  name: 'ecc-sec',
  version: 1,
  doc: 'one wrong bit per word corrected, by a shortened Hamming code',
  ...correctionParts,
  source: {
    cite: 'R. W. Hamming, Bell Syst. Tech. J. 29 (1950) 147',
    where: 'syndrome decoder over all error patterns; columns in ascending order',
    ...correctionResidual,
  },
  run: ({ memory }, { dataBits }) => correctedMemory(memory, secCode(dataBits)),
});
