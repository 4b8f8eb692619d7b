import { describeStage, runCase } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import encoder from './plugin.ts';

const four = { name: 'four bits', parameters: { bits: 4 }, inputs: {} };

describeStage(encoder, { cases: [four] });

it('gives the bits to inference and grey levels to training', async () => {
  const { artifact } = await runCase(encoder, four);
  expect(artifact).toEqual({ training: { kind: 'grey' }, inference: { kind: 'fixed-point', bits: 4 } });
});
