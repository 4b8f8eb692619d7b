import type { Failure, Row } from '@bitfront/core';
import { type Above, declared, refusal } from '../plan/refuse-combinations.ts';
import { BitfrontError, bitfrontError } from '@bitfront/errors';
import { CallFailed } from './call-failed.ts';
import type { Handle } from './handle.ts';
import type { Memo } from './memo.ts';
import type { PreparedChoice } from './prepared-choice.ts';

/** What became of a point. */
export type PointOutcome =
  | { readonly status: 'ok'; readonly measures: Row }
  | { readonly status: 'failed' | 'timeout'; readonly failure: Failure };

/**
 * Sends one point through its slots. A failure of a stage is the outcome of the point, never an exception; only
 * trouble of the run itself (a full disk, a broken executor) is thrown.
 */
export async function walkPoint(choices: readonly PreparedChoice[], memo: Memo): Promise<PointOutcome> {
  const inputs = new Map<string, Handle>();
  const givers: Handle[] = [];
  const above: Above = {};
  try {
    for (const choice of choices) {
      const { plugin, parameters, gives } = choice;
      const reason = refusal(plugin, parameters, above);
      if (reason !== undefined) throw bitfrontError('POINT_REFUSED', { plugin: plugin.name, reason });
      const handle = await memo(choice, inputs);
      inputs.set(gives, handle);
      givers.push(handle);
      above[gives] = declared(plugin, parameters);
    }
    return { status: 'ok', measures: await collectRow(choices, givers) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** The `row` parts of all stages that declare columns, merged. */
async function collectRow(choices: readonly PreparedChoice[], givers: readonly Handle[]): Promise<Row> {
  const measures: Record<string, number | string> = {};
  for (const [index, { plugin }] of choices.entries()) {
    if (Object.keys(plugin.stage.columns).length === 0) continue;
    const content = givers[index]?.content();
    const artifact = content instanceof Promise ? await content : content;
    Object.assign(measures, artifact?.row);
  }
  return measures;
}

function outcomeOf(error: unknown): PointOutcome {
  if (error instanceof CallFailed) {
    const { failure } = error;
    if (failure.code.startsWith('STORE_')) throw bitfrontError('RUN_STOPPED', { message: failure.message });
    return { status: failure.code === 'POOL_TIMEOUT' ? 'timeout' : 'failed', failure };
  }
  if (error instanceof BitfrontError && error.code === 'POINT_REFUSED')
    return { status: 'failed', failure: { code: error.code, message: error.message, blame: 'point' } };
  throw error;
}
