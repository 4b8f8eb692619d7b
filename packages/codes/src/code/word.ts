import { checkWord } from './checks.ts';
import type { LinearCode } from './linear-code.ts';

/** What a decoder makes of a word. */
export interface Decoded {
  /** `dataBits` bits, 0 or 1. */
  readonly data: Uint8Array;
  readonly verdict: 'clean' | 'corrected' | 'uncorrectable';
}

/** The codeword of `dataBits` bits: data, then check bits. @throws CODE_VALUE_INVALID */
export function encode(code: LinearCode, data: ArrayLike<number>): Uint8Array {
  checkWord(code.name, 'data', data, code.dataBits);
  const word = new Uint8Array(code.codeBits);
  word.set(Array.from(data));
  const checks = syndrome(code, word);
  for (let row = 0; row < code.checkBits; row++) word[code.dataBits + row] = (checks >> row) & 1;
  return word;
}

/**
 * Syndrome decoder: 0 leaves the word, column j flips bit j, any other syndrome is an error that was seen and cannot be
 * placed: the word is left as read.
 * @throws CODE_VALUE_INVALID
 */
export function decode(code: LinearCode, word: ArrayLike<number>): Decoded {
  checkWord(code.name, 'word', word, code.codeBits);
  const found = syndrome(code, word);
  const data = Uint8Array.from({ length: code.dataBits }, (_, j) => word[j] ?? 0);
  if (found === 0) return { data, verdict: 'clean' };
  const wrong = code.columns.indexOf(found);
  if (wrong === -1) return { data, verdict: 'uncorrectable' };
  if (wrong < code.dataBits) data[wrong] = 1 - (data[wrong] ?? 0);
  return { data, verdict: 'corrected' };
}

/** XOR of the columns of all 1 bits. */
function syndrome(code: LinearCode, word: ArrayLike<number>): number {
  let total = 0;
  for (const [j, column] of code.columns.entries()) if (word[j] === 1) total ^= column;
  return total;
}
