import { integer } from '@bitfront/core';

/** The parameter that all dataset plugins share: how many training examples are held out. */
export const validationImages = integer(
  0,
  1_000_000,
  'training examples held out for validation: the last ones of the training file; 0 for none',
  5000,
);
