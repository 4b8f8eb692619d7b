import type { GeneratorSource } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import type { RandomStream } from '@bitfront/math';
import { counterNumbers } from './generators/counter-numbers.ts';
import { lfsrNumbers } from './generators/lfsr-numbers.ts';
import { rotatedNumbers } from './generators/rotated-numbers.ts';
import { sobolDimensions } from './generators/sobol-directions.ts';
import { sobolNumbers } from './generators/sobol-numbers.ts';
import { largestNumber } from './largest-number.ts';
import type { NumberSource } from './number-source.ts';

/**
 * The generators of a source for so many pixels. `random` draws what a designer chooses and nobody publishes: the start
 * values of shift registers (1 … 2^bits − 1), and of counters where every pixel has one of its own (0 … 2^bits − 1).
 * The single counter starts at 0; Sobol points have nothing to choose.
 * @throws PARAMETER_INVALID where more dimensions are needed than the table has
 */
export function openNumbers(source: GeneratorSource, pixels: number, random: RandomStream): NumberSource {
  const { kind, bits, sharing } = source;
  const count = sharing === 'independent' ? pixels : 1;
  const numbers = generators(kind, bits, count, random);
  return sharing === 'rotated' ? rotatedNumbers(bits, numbers) : numbers;
}

/** Whether a source draws anything, so that repeated evaluations differ. */
export function drawsStarts({ kind, sharing }: GeneratorSource): boolean {
  return kind === 'lfsr' || (kind === 'van-der-corput' && sharing === 'independent');
}

function generators(
  kind: GeneratorSource['kind'],
  bits: number,
  count: number,
  random: RandomStream,
): NumberSource {
  const largest = largestNumber(bits);
  switch (kind) {
    case 'lfsr':
      return lfsrNumbers(
        bits,
        Uint32Array.from({ length: count }, () => 1 + random.integer(largest)),
      );
    case 'van-der-corput':
      return counterNumbers(
        bits,
        Uint32Array.from({ length: count }, () => (count === 1 ? 0 : random.integer(largest + 1))),
      );
    case 'sobol':
      if (count > sobolDimensions)
        throw bitfrontError('PARAMETER_INVALID', {
          plugin: 'encoder-stochastic',
          name: 'sharing',
          value: 'independent',
          reason: `The images have ${count} pixels, and the table of direction numbers has ${sobolDimensions} dimensions.`,
          expected: '"shared" or "rotated", or another source',
        });
      return sobolNumbers(bits, count);
  }
}
