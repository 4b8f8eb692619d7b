import { technology } from '@bitfront/circuits';
import type { Column, FlipProbabilities, Memory } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import type { LinearCode } from '../code/linear-code.ts';
import { residualFlips } from '../residual/residual-flips.ts';
import { decoderCircuit, encoderCircuit } from './code-circuits.ts';

/** What error correction reads of a memory. */
export type Corrected = Omit<Memory, 'row' | 'conductance'> & Partial<Pick<Memory, 'conductance'>>;

/** The columns that every error correction adds to a row; those of the technology stay what they are. */
export const correctionColumns = {
  codeBits: { unit: '1', doc: 'stored bits of a word: its data bits and its check bits' },
  residualFlipPlusToMinus: { unit: '1', doc: 'probability that a +1 is -1 after error correction' },
  residualFlipMinusToPlus: { unit: '1', doc: 'probability that a -1 is +1 after error correction' },
  codedCellAreaUm2PerBit: { unit: 'µm²', doc: 'cell area of a data bit with its share of the check bits' },
  codedWriteEnergyFjPerBit: {
    unit: 'fJ',
    doc: 'energy to program a data bit with its share of the check bits',
  },
} as const satisfies Readonly<Record<string, Column>>;

/**
 * The memory seen through a code, or as it is without one. Flip probabilities become those of decoded data bits. Cell
 * area, standby power and energies become those of a data bit: n / k times as much for n stored bits of which k are
 * data. The share of a data bit is n / k times as wide along the word line and as high as before. Latencies stay those
 * of the cells; the decoder's own is in `correction`. Conductances become unknown: a column that sums many cells at once
 * reads no words.
 * @throws CODE_VALUE_INVALID if the words are corrected already
 */
export function correctedMemory(memory: Corrected, code: LinearCode | undefined): Memory {
  if (code === undefined) return { conductance: 'unknown', ...memory, row: rowOf(memory) };
  if (memory.correction.codeBits > memory.correction.dataBits)
    throw bitfrontError('CODE_VALUE_INVALID', {
      code: code.name,
      name: 'memory.correction',
      value: memory.correction.name,
      expected: 'a memory whose words are not corrected yet',
    });
  const { faults, cell, read, write } = memory;
  const share = code.codeBits / code.dataBits;
  const here = technology(cell.nodeNm, cell.supplyV);
  const corrected = {
    conductance: 'unknown' as const,
    faults: residualFlips(code, faults),
    cell: {
      ...cell,
      areaUm2PerBit: share * cell.areaUm2PerBit,
      aspectRatio: share * cell.aspectRatio,
      standbyPowerNwPerBit: share * cell.standbyPowerNwPerBit,
    },
    read: { ...read, energyFjPerBit: share * read.energyFjPerBit },
    write: { ...write, energyFjPerBit: share * write.energyFjPerBit },
    correction: {
      name: code.name,
      dataBits: code.dataBits,
      codeBits: code.codeBits,
      encoder: encoderCircuit(here, code),
      decoder: decoderCircuit(here, code, mean(faults)),
    },
  };
  return { ...corrected, row: rowOf(corrected) };
}

function mean({ plusToMinus, minusToPlus }: FlipProbabilities): number {
  return (plusToMinus + minusToPlus) / 2;
}

function rowOf({ faults, cell, write, correction }: Corrected): Memory['row'] {
  return {
    codeBits: correction.codeBits,
    residualFlipPlusToMinus: faults.plusToMinus,
    residualFlipMinusToPlus: faults.minusToPlus,
    codedCellAreaUm2PerBit: cell.areaUm2PerBit,
    codedWriteEnergyFjPerBit: write.energyFjPerBit,
  };
}
