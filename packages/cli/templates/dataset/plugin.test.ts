import { describeStage, runCase } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import dataset from './plugin.ts';

const five = { name: 'five examples', parameters: { examples: 5 }, inputs: {} };

describeStage(dataset, { cases: [five] });

it('lights the pixel of the class', async () => {
  const { artifact } = await runCase(dataset, five);
  const { labels, values } = artifact.test as { readonly labels: Uint8Array; readonly values: Uint8Array };
  expect([...labels]).toEqual([0, 1, 2, 3, 0]);
  expect([...values.subarray(4, 8)]).toEqual([0, 255, 0, 0]);
});
