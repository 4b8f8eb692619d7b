import type { GeneratorSource } from '@bitfront/core';

export const sharings = ['independent', 'shared', 'rotated'] as const;

/** A source that runs on, with the comparison that leaves black and white constant. */
export function generatorSource(
  given: Pick<GeneratorSource, 'kind' | 'sharing' | 'bits'> & Partial<GeneratorSource>,
): GeneratorSource {
  const comparison = given.kind === 'lfsr' ? 'at-most' : 'below-with-carry';
  return { betweenImages: 'runs-on', comparison, ...given };
}
