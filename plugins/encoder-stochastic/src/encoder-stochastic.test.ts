import { checkParameters, contentHash } from '@bitfront/core';
import { describeStage, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import encoder from './encoder-stochastic.ts';

const encode = async (parameters: Readonly<Record<string, unknown>>) =>
  (await runCase(encoder, { name: 'one', parameters, inputs: {} })).artifact;

/** Mean of v (255 − v) / 255² over the levels 8, 24, … 248, by hand: (255·2048 − 349 184) / (16·255²). */
const variance = (255 * 2048 - 349_184) / (16 * 255 * 255);

describeStage(encoder, {
  cases: [
    {
      name: 'eight draws',
      parameters: { presentations: 8, accumulation: 'output' },
      inputs: {},
      row: { streamScc: 0, streamSccSize: 0, streamBias: 0, streamRmsError: Math.sqrt(variance / 8) },
    },
    {
      name: 'one shift register for all pixels',
      parameters: { presentations: 8, accumulation: 'vote', source: 'lfsr', sharing: 'shared' },
      inputs: {},
      row: { streamScc: 1, streamSccSize: 1 },
    },
    {
      name: 'a counter that starts anew with one draw: constant streams have no correlation',
      parameters: {
        presentations: 1,
        accumulation: 'first-layer',
        source: 'van-der-corput',
        sharing: 'shared',
        betweenImages: 'restarts',
      },
      inputs: {},
      // Every grey is white: mean of 1 − v / 255.
      row: { streamScc: '', streamSccSize: '', streamBias: 1 - 128 / 255 },
    },
    {
      name: 'Sobol',
      parameters: { presentations: 4, accumulation: 'output', source: 'sobol', sourceBits: 10 },
      inputs: {},
    },
  ],
});

describe('encoder-stochastic', () => {
  it('trains on one fresh draw unless told otherwise', async () => {
    expect(await encode({ presentations: 8, accumulation: 'output' })).toMatchObject({
      training: { kind: 'stochastic', draws: 1 },
      inference: {
        kind: 'stochastic',
        presentations: 8,
        accumulation: 'output',
        source: { kind: 'independent' },
      },
    });
  });

  it('trains on grey levels for 0 draws', async () => {
    const { training } = await encode({ presentations: 1, accumulation: 'vote', trainingDraws: 0 });
    expect(training).toEqual({ kind: 'grey' });
  });

  it('keeps the training view equal over all presentations and accumulations, so that one training serves them', async () => {
    const hashes = new Set<string>();
    for (const accumulation of ['first-layer', 'output', 'vote'])
      for (const presentations of [1, 3, 4096])
        hashes.add(contentHash((await encode({ presentations, accumulation })).training));
    expect(hashes.size).toBe(1);
  });

  it('describes ideal draws as ever, so that what is known of them is found again', async () => {
    const { inference } = await encode({ presentations: 8, accumulation: 'output' });
    expect(contentHash(inference)).toBe(
      contentHash({
        kind: 'stochastic',
        presentations: 8,
        accumulation: 'output',
        source: { kind: 'independent' },
      }),
    );
  });

  it('hands on what is said about generators', async () => {
    const given = { presentations: 8, accumulation: 'output', sourceBits: 9, sharing: 'rotated' };
    const source = async (more: object) => (await encode({ ...given, ...more })).inference;
    expect(await source({ source: 'lfsr', comparison: 'strict' })).toMatchObject({
      source: { kind: 'lfsr', bits: 9, sharing: 'rotated', betweenImages: 'runs-on', comparison: 'at-most' },
    });
    expect(await source({ source: 'sobol', comparison: 'strict', betweenImages: 'restarts' })).toMatchObject({
      source: { kind: 'sobol', bits: 9, sharing: 'rotated', betweenImages: 'restarts', comparison: 'below' },
    });
  });

  it('keeps the training view equal over all sources: training draws are ideal', async () => {
    const hashes = new Set<string>();
    for (const source of ['independent', 'lfsr', 'sobol', 'van-der-corput'])
      hashes.add(contentHash((await encode({ presentations: 8, accumulation: 'vote', source })).training));
    expect(hashes.size).toBe(1);
  });

  it.each([
    [
      { source: 'lfsr', sourceBits: 3, presentations: 8 },
      /"sourceBits" cannot be 3.*repeats after 7 numbers/s,
    ],
    [
      { source: 'sobol', sourceBits: 3, presentations: 9 },
      /"sourceBits" cannot be 3.*repeats after 8 numbers/s,
    ],
    [{ source: 'independent', sharing: 'shared', presentations: 1 }, /"sharing" cannot be shared/],
  ] as const)('refuses %o, when the plan is made and when it runs', async (given, message) => {
    const parameters = { accumulation: 'output', ...given };
    await expect(encode(parameters)).rejects.toThrow(message);
    const checked = checkParameters(encoder.name, encoder.parameters, parameters);
    expect(encoder.requires?.({}, checked)).toMatch(message);
  });

  it('takes a period in full', async () => {
    for (const [source, presentations] of [
      ['lfsr', 7],
      ['sobol', 8],
      ['van-der-corput', 8],
    ] as const) {
      const parameters = { source, sourceBits: 3, presentations, accumulation: 'output' };
      const checked = checkParameters(encoder.name, encoder.parameters, parameters);
      expect(encoder.requires?.({}, checked)).toBeUndefined();
      expect((await encode(parameters)).inference).toMatchObject({ presentations });
    }
  });

  it('asks for presentations and accumulation, which nobody published, and refuses T = 0', async () => {
    await expect(encode({ accumulation: 'output' })).rejects.toMatchObject({ code: 'PARAMETER_MISSING' });
    await expect(encode({ presentations: 2 })).rejects.toMatchObject({ code: 'PARAMETER_MISSING' });
    await expect(encode({ presentations: 0, accumulation: 'output' })).rejects.toThrow(
      /"presentations" cannot be 0/,
    );
  });
});
