import { addressBits } from '../address-bits.ts';
import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import { copies, inSeries } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { mux2 } from '../logic/gates.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';
import { rowDecoder } from './row-decoder.ts';

export const registerFileSource: BlockSource = {
  cite: 'flip-flops, a tree of 2:1 multiplexers and a row decoder of this package',
  how: 'derived',
  range: '1 word and more',
  loose: 'Right for up to a few thousand bits: a compiled SRAM is denser above that.',
};

/** Energies of the two actions; `area` and `latency` as everywhere. */
export interface RegisterFileFigure {
  readonly areaUm2: number;
  readonly readEnergyFj: number;
  readonly writeEnergyFj: number;
  /** Of a read: address to output. */
  readonly latencyNs: number;
}

/** A small memory of `words` × `wordBits` (activations, thresholds). One word is read or written per action. */
export function registerFile(
  technology: Technology,
  options: { readonly words: number; readonly wordBits: number; readonly activity: number },
): RegisterFileFigure {
  const { words, wordBits, activity } = options;
  wholeNumber('register file', 'words', words);
  const word = register(technology, { bits: wordBits, activity });
  const levels = addressBits(words);
  // A read that changes the output toggles one multiplexer per level in every bit.
  const select = figureOfGates(technology, {
    area: (words - 1) * wordBits * mux2.area,
    switched: levels * wordBits * mux2.capacitance * activityOf('register file', activity),
    depth: levels * mux2.delay,
  });
  const decode = rowDecoder(technology, { rows: words, activity: 1 });
  const read = inSeries(decode, select);
  return {
    areaUm2: copies(words, word).areaUm2 + read.areaUm2,
    readEnergyFj: read.energyFj,
    writeEnergyFj: word.energyFj + decode.energyFj,
    latencyNs: read.latencyNs,
  };
}
