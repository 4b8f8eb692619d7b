import type { GeneratorSource, RandomSource } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { largestNumber } from '@bitfront/stochastic';

/** The parameters that describe where random numbers come from. */
export interface SourceParameters {
  readonly presentations: number;
  readonly source: 'independent' | GeneratorSource['kind'];
  readonly sourceBits: number;
  readonly sharing: GeneratorSource['sharing'];
  readonly betweenImages: GeneratorSource['betweenImages'];
  readonly comparison: 'carry' | 'strict';
}

/** @throws PARAMETER_INVALID where they do not fit each other */
export function randomSource(given: SourceParameters): RandomSource {
  const { source, sourceBits: bits, sharing, betweenImages, comparison } = given;
  if (source === 'independent') {
    if (sharing !== 'independent')
      refuse('sharing', sharing, 'The source "independent" draws one number per pixel: nothing is shared.', {
        expected: '"independent", or one of the generators as source',
      });
    return { kind: 'independent' };
  }
  const period = largestNumber(bits) + (source === 'lfsr' ? 0 : 1);
  if (given.presentations > period)
    refuse(
      'sourceBits',
      bits,
      `The generator repeats after ${period} numbers, and an image takes ${given.presentations}.`,
      { expected: 'more bits, or fewer presentations' },
    );
  return { kind: source, bits, sharing, betweenImages, comparison: comparisonOf(source, comparison) };
}

/** A register never holds 0, so that r ≤ x is what fits it, whatever is asked of the others. */
function comparisonOf(
  source: GeneratorSource['kind'],
  comparison: SourceParameters['comparison'],
): GeneratorSource['comparison'] {
  if (source === 'lfsr') return 'at-most';
  return comparison === 'strict' ? 'below' : 'below-with-carry';
}

function refuse(
  name: string,
  value: string | number,
  reason: string,
  { expected }: { readonly expected: string },
): never {
  throw bitfrontError('PARAMETER_INVALID', { plugin: 'encoder-stochastic', name, value, reason, expected });
}
