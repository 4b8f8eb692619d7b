import { type AnyStage, checkParameters, contentHash } from '@bitfront/core';
import { type Check, contractCheck } from '../check.ts';
import { runCase, type Trial } from './run-case.ts';
import type { PlainCase } from './stage-case.ts';

/** What the engine relies on when it calls a stage: purity, determinism, plain data. */
export function callChecks(stage: AnyStage, given: PlainCase, trial: () => Promise<Trial>): readonly Check[] {
  const check = (promise: string, body: Parameters<typeof contractCheck>[2]) =>
    contractCheck(stage.name, `${given.name}: ${promise}`, body);
  return [
    check('has parameters inside their ranges', () => {
      checkParameters(stage.name, stage.parameters, given.parameters);
    }),
    check('is deterministic', async (demand) => {
      const [first, second] = [await trial(), await runCase(stage, given)];
      demand(first.hash === second.hash, 'two calls with the same seed gave different artifacts.');
    }),
    check('hands out what it no longer touches', async (demand) => {
      const first = await runCase(stage, given);
      await runCase(stage, given, { seed: 'another' });
      demand(
        contentHash(first.artifact) === first.hash,
        'a later call changed an artifact handed out before.',
      );
    }),
    check('does not modify its inputs', async (demand) => {
      const { inputHashBefore, inputHashAfter } = await trial();
      demand(
        inputHashBefore === inputHashAfter,
        'its inputs are shared between threads and must stay as they were.',
      );
    }),
    check('reads only the parts it names', async (demand) => {
      const unnamed: string[] = [];
      await runCase(stage, given, { inputs: watched(stage, given.inputs, unnamed) });
      demand(unnamed.length === 0, `it reads ${unnamed.join(', ')}, which its needs do not name.`);
    }),
    check('gives an artifact that can be sent to another thread', async (demand) => {
      const { artifact, hash } = await trial();
      demand(
        contentHash(structuredClone(artifact)) === hash,
        'a structured clone of the artifact differs from it.',
      );
    }),
    check('draws random numbers only from a declared stream', async (demand) => {
      if (stage.randomness !== undefined) return;
      const other = await runCase(stage, given, { seed: 'another' });
      demand(!other.drewRandomNumbers, 'it uses context.random but declares no randomness.');
      demand(other.hash === (await trial()).hash, 'its result changes with the seed.');
    }),
    check('reports progress from 0 to 1', async (demand) => {
      let last = 0;
      for (const fraction of (await trial()).fractions) {
        demand(fraction >= last && fraction <= 1, `progress went from ${last} to ${fraction}.`);
        last = fraction;
      }
    }),
  ];
}

/** A heavy stage must stop at the first look at an aborted signal. */
export function abortCheck(stage: AnyStage, given: PlainCase): Check {
  return contractCheck(stage.name, `${given.name}: stops when aborted`, async (demand) => {
    const reason = { aborted: 'by the contract suite' };
    try {
      await runCase(stage, given, { signal: AbortSignal.abort(reason) });
    } catch (thrown) {
      demand(thrown === reason, `it threw ${String(thrown)} instead of the reason of the signal.`);
      return;
    }
    demand(false, 'it ran to its end although its signal was aborted.');
  });
}

function watched(stage: AnyStage, inputs: PlainCase['inputs'], unnamed: string[]): PlainCase['inputs'] {
  const watch = (kind: string, parts: Readonly<Record<string, unknown>>) =>
    new Proxy(
      { ...parts },
      {
        get: (target, part) => {
          if (typeof part === 'string' && !stage.needs[kind]?.includes(part)) unnamed.push(`${kind}.${part}`);
          return Reflect.get(target, part);
        },
        ownKeys: () => [...(stage.needs[kind] ?? [])],
      },
    );
  return Object.fromEntries(Object.entries(inputs).map(([kind, parts]) => [kind, watch(kind, parts)]));
}
