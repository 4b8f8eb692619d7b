import { contentHash } from '@bitfront/core';
import { describeStage, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import encoder from './encoder-stochastic.ts';

const encode = async (parameters: Readonly<Record<string, unknown>>) =>
  (await runCase(encoder, { name: 'one', parameters, inputs: {} })).artifact;

describeStage(encoder, {
  cases: [{ name: 'eight draws', parameters: { presentations: 8, accumulation: 'output' }, inputs: {} }],
});

describe('encoder-stochastic', () => {
  it('trains on one fresh draw unless told otherwise', async () => {
    expect(await encode({ presentations: 8, accumulation: 'output' })).toEqual({
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

  it('asks for presentations and accumulation, which nobody published, and refuses T = 0', async () => {
    await expect(encode({ accumulation: 'output' })).rejects.toMatchObject({ code: 'PARAMETER_MISSING' });
    await expect(encode({ presentations: 2 })).rejects.toMatchObject({ code: 'PARAMETER_MISSING' });
    await expect(encode({ presentations: 0, accumulation: 'output' })).rejects.toThrow(
      /"presentations" cannot be 0/,
    );
  });
});
