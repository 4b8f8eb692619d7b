import { describe, expect, it } from 'vitest';
import { dataset, device, evaluator, trainer } from '../fixtures/small-stages.ts';
import { list, paired, powersOfTwo } from './axis.ts';
import { pipeline } from './pipeline.ts';
import { use } from './use.ts';

const study = () =>
  pipeline('small', 'Which is better?')
    .slot('data', use(dataset, { images: powersOfTwo(16, 64) }))
    .slot('trainer', use(trainer, { hiddenWidths: list([8], [8, 8]) }))
    .slot(
      'device',
      use(device, { nodeNm: paired('node', list(28, 65)), lowLogSpread: 0.1, highLogSpread: 0.2 }),
      use(device, { nodeNm: 28 }, [
        { lowLogSpread: 0.1, highLogSpread: 0.3 },
        { lowLogSpread: 0.2, highLogSpread: 0.6 },
      ]),
    )
    .slot('evaluator', use(evaluator, {}));

describe('pipeline', () => {
  it('is plain data, slot by slot, and comes back from JSON', () => {
    const { data } = study().rule('data.images <= 32').minimise('errorRate', 0.5).maximise('accuracy', 0);
    expect(data).toEqual({
      name: 'small',
      question: 'Which is better?',
      slots: [
        {
          name: 'data',
          choices: [
            { plugin: 'dataset-small', parameters: { images: { axis: 'powers-of-two', from: 16, to: 64 } } },
          ],
        },
        {
          name: 'trainer',
          choices: [
            {
              plugin: 'trainer-small',
              parameters: { hiddenWidths: { axis: 'list', values: [[8], [8, 8]] } },
            },
          ],
        },
        {
          name: 'device',
          choices: [
            {
              plugin: 'device-small',
              parameters: {
                nodeNm: { axis: 'list', values: [28, 65], paired: 'node' },
                lowLogSpread: 0.1,
                highLogSpread: 0.2,
              },
            },
            {
              plugin: 'device-small',
              parameters: { nodeNm: 28 },
              points: [
                { lowLogSpread: 0.1, highLogSpread: 0.3 },
                { lowLogSpread: 0.2, highLogSpread: 0.6 },
              ],
            },
          ],
        },
        { name: 'evaluator', choices: [{ plugin: 'evaluator-small', parameters: {} }] },
      ],
      rules: ['data.images <= 32'],
      objectives: [
        { column: 'errorRate', direction: 'minimise', reference: 0.5 },
        { column: 'accuracy', direction: 'maximise', reference: 0 },
      ],
    });
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  it('makes a new builder at every step: one beginning serves several studies', () => {
    const beginning = study();
    const ruled = beginning.rule('data.images > 16').minimise('errorRate', 1);
    const extended = beginning.slot('again', use(evaluator, {}));
    expect(beginning.data.rules).toEqual([]);
    expect(beginning.data.objectives).toEqual([]);
    expect(beginning.data.slots).toHaveLength(4);
    expect([ruled.data.slots.length, extended.data.slots.length]).toEqual([4, 5]);
    expect(Object.isFrozen(beginning)).toBe(true);
  });
});

describe('use', () => {
  it('names what the plugin reads and gives', () => {
    const choice = use(evaluator, {});
    expect([choice.needs, choice.gives]).toEqual([['network', 'memory', 'dataset'], 'evaluation']);
  });

  it('has no points unless they were given', () => {
    expect(use(dataset, { images: 1 }).data).not.toHaveProperty('points');
  });
});
