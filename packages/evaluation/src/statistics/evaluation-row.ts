import type { Column, Dataset } from '@bitfront/core';
import { errorInterval } from './error-interval.ts';

/** The columns that every evaluator has. */
export const evaluationColumns = {
  errorRate: { unit: '1', doc: 'fraction of test images put into a wrong class, mean over the repeats' },
  errorRateLow95: {
    unit: '1',
    doc: 'lower end of the 95 % interval: Wilson over the images and Student t over the repeats, in quadrature',
  },
  errorRateHigh95: { unit: '1', doc: 'upper end of that interval' },
  validationErrorRate: { unit: '1', doc: 'the same mean on the validation images, for searches' },
  testImages: { unit: '1', doc: 'test images seen in every repeat' },
  repeats: { unit: '1', doc: 'independent evaluations made: 1 where nothing is random' },
} as const satisfies Readonly<Record<string, Column>>;

/** Their values, of the error rates of each repeat. */
export function evaluationRow(
  dataset: Pick<Dataset, 'test' | 'validation'>,
  { test, validation }: { readonly test: Float64Array; readonly validation: Float64Array },
): { readonly [Name in keyof typeof evaluationColumns]: number } {
  const { mean, low, high } = errorInterval(test, dataset.test.count);
  return {
    errorRate: mean,
    errorRateLow95: low,
    errorRateHigh95: high,
    validationErrorRate: errorInterval(validation, dataset.validation.count).mean,
    testImages: dataset.test.count,
    repeats: test.length,
  };
}
