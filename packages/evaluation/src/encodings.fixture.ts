import type { GeneratorSource, InferenceView } from '@bitfront/core';

export const stochastic = (
  presentations: number,
  accumulation: 'first-layer' | 'output' | 'vote',
): InferenceView => ({
  kind: 'stochastic',
  presentations,
  accumulation,
  source: { kind: 'independent' },
});
/** Bits of generators; they run on from image to image unless told otherwise. */
export const generated = (
  presentations: number,
  accumulation: 'first-layer' | 'output' | 'vote',
  source: Pick<GeneratorSource, 'kind' | 'sharing'> & Partial<GeneratorSource>,
): InferenceView => {
  const comparison = source.kind === 'lfsr' ? 'at-most' : 'below-with-carry';
  const full = { bits: 8, betweenImages: 'runs-on', comparison, ...source } as const;
  return { kind: 'stochastic', presentations, accumulation, source: full };
};
