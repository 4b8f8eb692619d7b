import { correctedMemory, correctionColumns } from '@bitfront/codes';
import { defineStage } from '@bitfront/core';

/** The memory as it is, with the columns of an error correction: the alternative to one. */
export default defineStage({
  name: 'ecc-none',
  version: 1,
  doc: 'no error correction',
  needs: { memory: ['faults', 'cell', 'read', 'write', 'conductance', 'correction'] },
  gives: 'memory',
  parameters: {},
  columns: correctionColumns,
  weight: 'light',
  source: { cite: 'Bitfront', where: 'nothing is changed', how: 'derived', residual: 'exact' },
  capabilities: { corrects: false },
  run: ({ memory }) => correctedMemory(memory, undefined),
});
