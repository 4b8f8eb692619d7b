import type { Figure } from '@bitfront/circuits';
import type { WordCircuit } from '@bitfront/core';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import { codedRow, codedWords } from './coded-words.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * Decoders between the sense amplifiers and the XNOR: one for every word of a row, beside every array, all at work in
 * the same read. Edge words of partly used arrays are decoded only where they hold weights.
 */
export function decoderItems({ correction, array }: Hardware, work: Workload): readonly Item[] {
  const { grid, reads, readTurns: steps } = work;
  const { words } = codedRow(correction, grid, array.columns);
  const count = grid.arrays * codedWords(correction, array.columns).words;
  return [item('eccDecoder', figureOf(correction.decoder), { count, actions: reads * words, steps })];
}

/** Decoders of a word that is stored beside the weights; `reads` of them, `steps` on the critical path. */
export function wordDecoder(
  { correction }: Hardware,
  dataBits: number,
  use: { readonly count: number; readonly reads: number; readonly steps: number },
): Item {
  const { words } = codedWords(correction, dataBits);
  const { count, reads, steps } = use;
  return item('eccDecoder', figureOf(correction.decoder), {
    count: count * words,
    actions: reads * words,
    steps,
  });
}

/**
 * One encoder for the whole chip: weights are programmed once, word after word, and programming is far slower than an
 * encoder. Its energy is in `writeEnergyPj`.
 */
export function encoderItem({ correction }: Hardware): Item {
  return item('eccEncoder', figureOf(correction.encoder), { count: 1, actions: 0, steps: 0 });
}

function figureOf({ areaUm2, energyFjPerWord, latencyNs }: WordCircuit): Figure {
  return { areaUm2, energyFj: energyFjPerWord, latencyNs };
}
