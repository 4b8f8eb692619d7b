import { choice, defineStage, integer } from '@bitfront/core';

/**
 * Stochastic computing: at each of T presentations a pixel p in [0, 1] becomes one bit, 1 with probability p, so that
 * layer 1 is a layer of XNOR and popcount like the others. The mean of the ±1 stream is 2p − 1, and the mean dot product
 * of any neuron of layer 1 has the variance Σ 4·p·(1 − p) / T.
 * Trained with fresh draws, thresholds see that noise; with `trainingDraws` 0 they see grey levels (not adapted).
 */
export default defineStage({
  name: 'encoder-stochastic',
  version: 1,
  doc: 'pixels as streams of random bits: stochastic computing in the first layer',
  needs: {},
  gives: 'encoding',
  parameters: {
    presentations: integer(1, 4096, 'T, draws of one bit per pixel at inference'),
    accumulation: choice(
      ['first-layer', 'output', 'vote'],
      'what is accumulated over T: the sums of layer 1, the output scores, or the votes for a class',
    ),
    trainingDraws: integer(
      0,
      4096,
      'fresh draws averaged per training presentation; 0 trains on grey levels',
      1,
    ),
  },
  columns: {},
  weight: 'light',
  source: {
    cite: 'T. Hirtzlin et al., "Stochastic computing for hardware implementation of binarized neural networks", IEEE Access 7 (2019) 76394, arXiv 1906.00915',
    where: 'abstract: inputs binarized by stochastic computing, training adapted to it',
    how: 'assumed',
    residual: 'unknown',
    assumed: [
      'one independent random number per image, pixel and draw: no number is shared between pixels',
      'where the presentations are accumulated is not stated publicly: "output" repeats the whole network, "first-layer" only layer 1, "vote" takes the majority of the classes',
      'adapted training means fresh Bernoulli draws at every presentation; one draw unless given',
    ],
  },
  capabilities: { input: 'stochastic' },
  run: (_input, { presentations, accumulation, trainingDraws }) => ({
    training: trainingDraws === 0 ? { kind: 'grey' } : { kind: 'stochastic', draws: trainingDraws },
    inference: { kind: 'stochastic', presentations, accumulation, source: { kind: 'independent' } },
  }),
});
