import { checkParameters, type StageContext } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import encoder from './encoder-fixed-point.ts';

const context: StageContext = {
  random: (...key) => randomStream('1', ...key),
  signal: new AbortController().signal,
  progress: () => {},
  host: { dataFolders: [] },
};

const encode = async (given: Readonly<Record<string, unknown>>) =>
  encoder.run({}, checkParameters(encoder.name, encoder.parameters, given), context);

describe('encoder-fixed-point', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'gives %i bits to inference and grey levels to training',
    async (bits) => {
      expect(await encode({ bits })).toEqual({
        training: { kind: 'grey' },
        inference: { kind: 'fixed-point', bits },
      });
    },
  );

  it.each([0, 9, 2.5, '8'])('refuses %o bits', async (bits) => {
    await expect(encode({ bits })).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
  });
});
