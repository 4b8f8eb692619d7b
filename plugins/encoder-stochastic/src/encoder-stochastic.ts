import { choice, type Column, defineStage, integer } from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import { streamStatistics } from '@bitfront/stochastic';
import { randomSource } from './random-source.ts';

/**
 * Stochastic computing: at each of T presentations a pixel p in [0, 1] becomes one bit, 1 with probability p, so that
 * layer 1 is a layer of XNOR and popcount like the others. The mean of the ±1 stream is 2p − 1, and the mean dot product
 * of any neuron of layer 1 has the variance Σ 4·p·(1 − p) / T.
 * That holds where all bits are independent of each other; generators of circuits, and one generator for many pixels,
 * break it (`source`, `sharing`).
 * Trained with fresh draws, thresholds see that noise; with `trainingDraws` 0 they see grey levels (not adapted).
 * Draws of the training are always independent ones, whatever the source at inference.
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
    source: choice(
      ['independent', 'lfsr', 'sobol', 'van-der-corput'],
      'random numbers at inference: ideal ones, or a shift register, Sobol points or a bit-reversed counter per step',
      'independent',
    ),
    sourceBits: integer(3, 32, 'width of a generator and its comparators; 8 is that of a pixel', 8),
    sharing: choice(
      ['independent', 'shared', 'rotated'],
      'a generator for each pixel, one for all, or one whose bits are rotated by pixel number mod width',
      'independent',
    ),
    betweenImages: choice(
      ['runs-on', 'restarts'],
      'whether generators run on from image to image or start anew',
      'runs-on',
    ),
    comparison: choice(
      ['carry', 'strict'],
      'of pixel x with a number from 0: r < x + first bit of x, which keeps white constant, or r < x; registers always take r <= x',
      'carry',
    ),
  },
  columns: columns(),
  weight: 'light',
  source: {
    cite: 'T. Hirtzlin et al., "Stochastic computing for hardware implementation of binarized neural networks", IEEE Access 7 (2019) 76394, arXiv 1906.00915',
    where: 'abstract: inputs binarized by stochastic computing, training adapted to it',
    how: 'assumed',
    residual: 'unknown',
    assumed: [
      'the random number generators of the paper, their width, what pixels share and what happens between images are not public; one independent number per image, pixel and draw unless given',
      'generators take one step per draw; start values of shift registers and of counters of single pixels are drawn at random',
      'where the presentations are accumulated is not stated publicly: "output" repeats the whole network, "first-layer" only layer 1, "vote" takes the majority of the classes',
      'adapted training means fresh Bernoulli draws at every presentation; one draw unless given',
    ],
  },
  capabilities: { input: 'stochastic' },
  requires: (_upstream, parameters) => {
    try {
      randomSource(parameters);
      return undefined;
    } catch (error) {
      if (error instanceof BitfrontError) return error.message;
      throw error;
    }
  },
  run: (_input, parameters) => {
    const { presentations, accumulation, trainingDraws } = parameters;
    const source = randomSource(parameters);
    const { scc, sccSize, bias, rmsError } = streamStatistics(source, presentations);
    return {
      training: trainingDraws === 0 ? { kind: 'grey' } : { kind: 'stochastic', draws: trainingDraws },
      inference: { kind: 'stochastic', presentations, accumulation, source },
      row: {
        streamScc: scc ?? '',
        streamSccSize: sccSize ?? '',
        streamBias: bias,
        streamRmsError: rmsError,
      },
    };
  },
});

function columns() {
  return {
    streamScc: {
      unit: '1',
      doc: 'mean SCC (Alaghi and Hayes 2013) of the streams of neighbouring pixels over pairs of grey levels; pairs with a constant stream are left out, and it is empty where all are',
    },
    streamSccSize: { unit: '1', doc: 'mean of the absolute value of SCC over the same pairs' },
    streamBias: { unit: '1', doc: 'mean of (fraction of ones among T draws) - pixel / 255 over grey levels' },
    streamRmsError: { unit: '1', doc: 'root mean square of the same difference' },
  } as const satisfies Readonly<Record<string, Column>>;
}
