import { defineStage, integer } from '@bitfront/core';

/**
 * The conventional first layer: every pixel enters as an unsigned integer of its `bits` most significant bits.
 * A raw value v of 0 … 255 becomes v_b = ⌊v / 2^(8 − b)⌋, which stands for the input 2·v_b / (2^b − 1) − 1 in [−1, 1]:
 * black and white stay −1 and +1 for every b. The network is trained on all grey levels, scaled to [−1, 1].
 */
export default defineStage({
  name: 'encoder-fixed-point',
  version: 1,
  doc: 'pixels as integers of 1 to 8 bits: the conventional first layer',
  needs: {},
  gives: 'encoding',
  parameters: {
    bits: integer(1, 8, 'bits of one pixel at inference; trained on all grey levels'),
  },
  columns: {},
  weight: 'light',
  source: {
    cite: 'T. Hirtzlin et al., "Stochastic computing for hardware implementation of binarized neural networks", IEEE Access 7 (2019) 76394, arXiv 1906.00915',
    where: 'abstract: the conventional network, whose first layer is not binarized',
    how: 'assumed',
    residual: 'unknown',
    assumed: [
      'inputs are cut to their most significant bits without rounding, the range kept at [-1, 1]',
      'the width of the published first layer is not stated; 8 bits is the width of the images',
    ],
  },
  capabilities: { input: 'fixed-point' },
  run: (_input, { bits }) => ({ training: { kind: 'grey' }, inference: { kind: 'fixed-point', bits } }),
});
