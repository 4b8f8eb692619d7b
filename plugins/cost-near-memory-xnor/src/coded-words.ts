import type { Correction, LayerPartition, Memory } from '@bitfront/core';

/** Words and stored bits that hold some data bits. */
export interface CodedWords {
  readonly words: number;
  /** Data bits and check bits. */
  readonly bits: number;
}

/**
 * Words that hold `dataBits` bits next to each other. The last word is shortened where they do not fill it: it has
 * fewer data bits, and all its check bits. Without correction every bit is a word.
 */
export function codedWords(correction: Correction, dataBits: number): CodedWords {
  const words = Math.ceil(dataBits / correction.dataBits);
  return { words, bits: dataBits + words * (correction.codeBits - correction.dataBits) };
}

/** Columns that hold `dataBits` bits and their check bits. */
export function storedColumns(correction: Correction, dataBits: number): number {
  return codedWords(correction, dataBits).bits;
}

/** What one read of a neuron's row opens: words do not run from one array into the next. */
export function codedRow(correction: Correction, grid: LayerPartition, arrayColumns: number): CodedWords {
  const full = codedWords(correction, arrayColumns);
  const last = codedWords(correction, grid.usedColumns - (grid.gridColumns - 1) * arrayColumns);
  return {
    words: (grid.gridColumns - 1) * full.words + last.words,
    bits: (grid.gridColumns - 1) * full.bits + last.bits,
  };
}

/** Why a word of `dataBits` data bits cannot lie on a row of `arrayColumns` of them; nothing where it can. */
export function wordTooLong(dataBits: number, arrayColumns: number): string | undefined {
  if (dataBits <= arrayColumns) return undefined;
  return `a word of ${dataBits} data bits does not fit into a row of ${arrayColumns}`;
}

/** A memory's figures are those of a data bit with its share of the check bits; here are those of one stored bit. */
export function oneStoredBit({
  cell,
  read,
  write,
  correction,
}: Pick<Memory, 'cell' | 'read' | 'write' | 'correction'>) {
  const share = correction.dataBits / correction.codeBits;
  return {
    cell: {
      ...cell,
      areaUm2PerBit: share * cell.areaUm2PerBit,
      aspectRatio: share * cell.aspectRatio,
      standbyPowerNwPerBit: share * cell.standbyPowerNwPerBit,
    },
    read: { ...read, energyFjPerBit: share * read.energyFjPerBit },
    write: { ...write, energyFjPerBit: share * write.energyFjPerBit },
  };
}
