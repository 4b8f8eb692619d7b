import { defineStage, integer, type StageContext } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { failingChecks } from '../failing-checks.ts';
import { stageChecks } from './stage-checks.ts';

type Run = (context: StageContext, steps: number) => number | Promise<number>;

/** A stage that makes one number, in two cases. */
function checksOf(run: Run) {
  const stage = defineStage({
    name: 'cost-served',
    version: 1,
    doc: 'makes a number with the help of its host',
    needs: { evaluation: ['repeats'] },
    gives: 'cost',
    parameters: { steps: integer(1, 4, 'how many random numbers are added') },
    columns: { sum: { unit: '1', doc: 'their sum' } },
    weight: 'heavy',
    randomness: { stream: 'served', from: ['parameters.steps'] },
    source: { cite: 'Bitfront', where: 'test', how: 'derived', residual: 'exact' },
    run: async (_, { steps }, context) => {
      context.signal.throwIfAborted();
      return { row: { sum: await run(context, steps) } };
    },
  });
  const inputs = { evaluation: { repeats: Float64Array.of(1) } };
  const cases = [2, 3].map((steps) => ({ name: `${steps} steps`, parameters: { steps }, inputs }));
  return stageChecks(stage, { cases });
}

const draw = ({ random }: StageContext, step: number) => random('step', step).uniform();
/** Adds up from where the checkpoint is; `wrong` is added to what it goes on from. */
const stepwise =
  (wrong: (step: number) => number): Run =>
  async (context, steps) => {
    const saved = await context.checkpoint.load();
    const state = saved === undefined ? new Float64Array(2) : new Float64Array(saved.buffer);
    let [step = 0, sum = 0] = state;
    if (saved !== undefined) sum += wrong(step);
    for (; step < steps; step++) {
      sum += draw(context, step);
      await context.checkpoint.save(new Uint8Array(Float64Array.of(step + 1, sum).buffer));
    }
    return sum;
  };

const checkpoint = 'gives the same artifact when it goes on from a checkpoint';
const threads = 'gives the same artifact with any number of threads';
const memo = 'gives the same artifacts with values remembered from other calls';
const both = (check: string) => [`2 steps: ${check}`, `3 steps: ${check}`];

describe('stageChecks of a stage that uses the services of its host', () => {
  it.each<readonly [name: string, run: Run, failing: readonly string[]]>([
    ['a first checkpoint that leads elsewhere', stepwise((step) => (step === 1 ? 1 : 0)), both(checkpoint)],
    [
      'a last checkpoint that leads elsewhere',
      stepwise((step) => (step === 3 ? 1 : 0)),
      [`3 steps: ${checkpoint}`],
    ],
    [
      'a checkpoint that nobody reads',
      async (context) => {
        await context.checkpoint.save(Uint8Array.of(1));
        return 1;
      },
      both(checkpoint),
    ],
    ['a sum that depends on how it is split', (context) => 1 / context.threads, both(threads)],
    [
      'a memory without the seed in its key',
      (context) => context.memo.get('draw', 8, () => draw(context, 0)),
      [memo],
    ],
    [
      'a memory without a parameter in its key',
      (context, steps) => context.memo.get('steps', 8, () => steps),
      [memo],
    ],
    [
      'a memory that changes',
      (context) => {
        const count = context.memo.get('count', 8, () => new Float64Array(1));
        count[0] = (count[0] ?? 0) + 1;
        return count[0];
      },
      [memo],
    ],
  ])('catches %s', async (_, run, failing) => {
    expect(await failingChecks(checksOf(run))).toEqual(failing);
  });

  it('finds nothing wrong where they change nothing', async () => {
    const used = new Set<string>();
    const run: Run = async (context, steps) => {
      const hash = context.inputHash('evaluation', 'repeats');
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      const squares = context.memo.get(`squares of ${hash} ${steps}`, 8, () => {
        used.add('made');
        return steps * steps;
      });
      used.add(`${context.threads} threads`);
      const sum = await stepwise(() => 0)(context, steps);
      return sum + squares;
    };
    expect(await failingChecks(checksOf(run))).toEqual([]);
    expect([...used].sort()).toEqual(['1 threads', '2 threads', '3 threads', 'made']);
  });
});
