import { describeStage, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import encoder from './encoder-fixed-point.ts';

const encode = async (parameters: Readonly<Record<string, unknown>>) =>
  (await runCase(encoder, { name: 'one', parameters, inputs: {} })).artifact;

describeStage(encoder, { cases: [{ name: 'four bits', parameters: { bits: 4 }, inputs: {} }] });

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
