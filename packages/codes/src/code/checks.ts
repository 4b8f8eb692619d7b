import { bitfrontError } from '@bitfront/errors';

/** The largest code; 13 check bits at most, so that tables of all syndromes stay small. */
const mostDataBits = 4096;

/** @throws CODE_VALUE_INVALID */
export function checkDataBits(code: string, dataBits: number): void {
  if (Number.isSafeInteger(dataBits) && dataBits >= 1 && dataBits <= mostDataBits) return;
  const expected = `a whole number of data bits from 1 to ${mostDataBits}`;
  throw bitfrontError('CODE_VALUE_INVALID', { code, name: 'dataBits', value: dataBits, expected });
}

/** @throws CODE_VALUE_INVALID */
export function checkProbability(code: string, name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw bitfrontError('CODE_VALUE_INVALID', { code, name, value, expected: 'a probability from 0 to 1' });
}

/** Refuses a word of another length, or of anything but 0 and 1. @throws CODE_VALUE_INVALID */
export function checkWord(code: string, name: string, word: ArrayLike<number>, length: number): void {
  const bits = Array.from(word);
  if (bits.length === length && bits.every((bit) => bit === 0 || bit === 1)) return;
  const expected = `words of ${length} bits, each 0 or 1`;
  throw bitfrontError('CODE_VALUE_INVALID', { code, name, value: `[${bits.join(', ')}]`, expected });
}
