import { type CallSuccess, contentHash, type StageCall, share } from '@bitfront/core';
import { runCase } from '../stage/run-case.ts';
import toyStage from './toy-stage.ts';

export type Manner = 'answer' | 'refuse' | 'throw' | 'spin' | 'wait';

/** Labels large enough to be shared between threads instead of copied. */
const count = 40_000;

/** A call of the toy stage; calls of different factors have different answers. */
export function toyCall(manner: Manner, factor: number, keep?: string): StageCall {
  const labels = Uint8Array.from({ length: count }, (_, index) => (index * 7) % 10);
  const inputs = share({ dataset: { test: { count, values: new Uint8Array(count), labels } } });
  return {
    plugin: 'toy-stage',
    module: new URL(import.meta.url.endsWith('.ts') ? './toy-stage.ts' : './toy-stage.js', import.meta.url)
      .href,
    parameters: { manner, factor },
    inputs,
    seed: `00ff${factor}`,
    host: { dataFolders: [] },
    ...(keep === undefined ? {} : { keep }),
  };
}

/** What the call gives when the stage is called directly, in this thread. */
export async function directly(call: StageCall): Promise<Pick<CallSuccess, 'artifact' | 'hashes'>> {
  const { parameters, inputs, seed } = call;
  const { artifact } = await runCase(toyStage, { name: 'direct', parameters, inputs, seed });
  const hashes = Object.entries(artifact).map(([part, value]) => [part, contentHash(value)] as const);
  return { artifact, hashes: Object.fromEntries(hashes) };
}
