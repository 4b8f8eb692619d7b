import { choice, defineStage, integer } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/**
 * The stage that executors are tried on: it answers, fails or never ends, as its parameter says.
 * It gives a cost whose row depends on the parameter and on a random number of its seed.
 */
export default defineStage({
  name: 'toy-stage',
  version: 1,
  doc: 'Answers, fails or never ends, as its parameter says.',
  needs: { dataset: ['test'] },
  gives: 'cost',
  parameters: {
    manner: choice(['answer', 'refuse', 'throw', 'spin', 'wait'], 'what a call does'),
    factor: integer(1, 1000, 'multiplies the answer'),
  },
  columns: {
    sum: { unit: '1', doc: 'sum of the labels times the factor' },
    draw: { unit: '1', doc: 'a random number' },
  },
  weight: 'heavy',
  randomness: { stream: 'toy', from: ['parameters.factor'] },
  source: { cite: 'Bitfront', where: 'contract suite of executors', how: 'derived', residual: 'exact' },
  async run({ dataset }, { manner, factor }, { random, signal, progress }) {
    progress(0.5, 'half way');
    if (manner === 'refuse')
      throw bitfrontError('STAGE_NOT_FINITE', { plugin: 'toy-stage', name: 'sum', value: 'NaN' });
    if (manner === 'throw') throw new RangeError('a plugin of somebody else failed');
    if (manner === 'spin') spin();
    if (manner === 'wait') await untilAborted(signal);
    const sum = factor * dataset.test.labels.reduce((total, label) => total + label, 0);
    progress(1);
    return { row: { sum, draw: random('draw', factor).uniform() } };
  },
});

/** Busy for longer than any sensible limit, but not for ever: an executor that cannot kill it must still end. */
function spin(): void {
  const until = performance.now() + 4000;
  while (performance.now() < until);
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}
