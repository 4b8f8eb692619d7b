import type { Failure, Row } from '@bitfront/core';
import { type Above, refusal } from '../plan/refuse-combinations.ts';
import { BitfrontError, bitfrontError } from '@bitfront/errors';
import type { MeasureLayout } from '../plan/measure-layout.ts';
import { CallFailed } from './call-failed.ts';
import type { Handle } from './handle.ts';
import type { Memo } from './memo.ts';
import type { PreparedChoice } from './prepared-choice.ts';

/** What became of a point. */
export type PointOutcome =
  | { readonly status: 'ok'; readonly measures: readonly (number | string | null)[] }
  | { readonly status: 'failed' | 'timeout'; readonly failure: Failure };

/**
 * Sends one point through its slots. A failure of a stage is the outcome of the point, never an exception; only
 * trouble of the run itself (a full disk, a broken executor) is thrown.
 */
export async function walkPoint(
  choices: readonly PreparedChoice[],
  memo: Memo,
  layout: MeasureLayout,
): Promise<PointOutcome> {
  const inputs = new Map<string, Handle>();
  const givers: Handle[] = [];
  const above: Above = {};
  try {
    for (const choice of choices) {
      const { plugin, parameters, gives } = choice;
      const reason = refusal(plugin, parameters, above);
      if (reason !== undefined) throw bitfrontError('POINT_REFUSED', { plugin: plugin.name, reason });
      const found = memo(choice, inputs);
      const handle = found instanceof Promise ? await found : found;
      inputs.set(gives, handle);
      givers.push(handle);
      above[gives] = choice.declared;
    }
    return { status: 'ok', measures: await collectRow(choices, givers, layout) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** The `row` parts of all stages that declare columns, merged. */
async function collectRow(
  choices: readonly PreparedChoice[],
  givers: readonly Handle[],
  layout: MeasureLayout,
): Promise<readonly (number | string | null)[]> {
  const measures: (number | string | null)[] = new Array(layout.names.length).fill(null);
  for (let index = 0; index < choices.length; index++) {
    const places = layout.places.get(choices[index]?.plugin.name ?? '') ?? [];
    if (places.length === 0) continue;
    const handle = givers[index] as Handle;
    if (handle.rowValues === undefined) {
      const content = handle.content();
      const row = (content instanceof Promise ? await content : content).row as Row;
      handle.rowValues = places.map(([name]) => row[name] ?? null);
    }
    const values = handle.rowValues;
    for (let column = 0; column < places.length; column++)
      measures[places[column]?.[1] ?? 0] = values[column] ?? null;
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
