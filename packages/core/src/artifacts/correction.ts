/** How the words of a memory are protected. `dataBits` of every `codeBits` stored bits are weights. */
export interface Correction {
  /** `none`, `sec(7,4)`, `secded(72,64)`. */
  readonly name: string;
  readonly dataBits: number;
  readonly codeBits: number;
  /** Makes the check bits of one word; all its figures are 0 without correction. */
  readonly encoder: WordCircuit;
  /** Corrects one word; all its figures are 0 without correction. */
  readonly decoder: WordCircuit;
}

/** What a circuit costs that treats one word per action, at the node and supply of the memory. */
export interface WordCircuit {
  readonly areaUm2: number;
  readonly energyFjPerWord: number;
  readonly latencyNs: number;
}

const absent: WordCircuit = Object.freeze({ areaUm2: 0, energyFjPerWord: 0, latencyNs: 0 });

/** A memory whose bits are used as they are read. */
export const noCorrection: Correction = Object.freeze({
  name: 'none',
  dataBits: 1,
  codeBits: 1,
  encoder: absent,
  decoder: absent,
});
