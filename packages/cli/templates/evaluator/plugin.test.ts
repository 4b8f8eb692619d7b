import { describeStage } from '@bitfront/testkit';
import evaluator from './plugin.ts';

describeStage(evaluator, {
  cases: [
    {
      // Labels 0, 1, 1, 3: two of four are not 1.
      name: 'four images',
      parameters: { answer: 1 },
      inputs: {
        dataset: { test: { count: 4, values: new Uint8Array(4), labels: Uint8Array.of(0, 1, 1, 3) } },
        network: { architecture: { classes: 4, layers: [{ kind: 'dense', inputs: 1, outputs: 4 }] } },
      },
      row: { errorRate: 0.5, testImages: 4 },
    },
  ],
});
