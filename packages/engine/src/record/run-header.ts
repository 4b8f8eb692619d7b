import { canonical, type ParameterValue } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { measureLayout } from '../plan/measure-layout.ts';
import type { Plan } from '../plan/plan.ts';

/** The values of longer axes are not compared. */
const valuesListed = 256;

/** The first event of every start: what the rows after it were made with. */
export interface RunHeader {
  readonly t: 'run';
  readonly schemaVersion: 1;
  readonly pipeline: string;
  readonly seed: number;
  readonly sampler: string;
  readonly plugins: Readonly<Record<string, { readonly version: number; readonly hash: string }>>;
  /** Content hashes of files outside the pipeline, by plugin and parameters. */
  readonly files: Readonly<Record<string, string>>;
  /** The names of the values that the rows after it hold. */
  readonly measures: readonly string[];
  /** `slot.plugin.parameter` to the values it takes. */
  readonly space: Readonly<Record<string, readonly ParameterValue[]>>;
}

/** @param files what `outsideFiles` found */
export function runHeader(plan: Plan, files: RunHeader['files'] = {}): RunHeader {
  const space: Record<string, readonly ParameterValue[]> = {};
  for (const { name, choices } of plan.slots)
    for (const { plugin, fixed, axes } of choices)
      for (const parameter of Object.keys(fixed)) {
        const axis = axes.find((one) => one.parameters.includes(parameter));
        const values = axis?.assignments.map((one) => one[parameter] ?? (fixed[parameter] as ParameterValue));
        space[`${name}.${plugin.name}.${parameter}`] = shorten(
          values ?? [fixed[parameter] as ParameterValue],
        );
      }
  return {
    t: 'run',
    schemaVersion: 1,
    pipeline: plan.pipeline.name,
    seed: plan.seed,
    sampler: plan.sampler.name,
    plugins: Object.fromEntries(
      plan.plugins.map(({ name, stage, hash }) => [name, { version: stage.version as number, hash }]),
    ),
    files,
    measures: measureLayout(plan).names,
    space,
  };
}

export type Comparison = 'extend' | 'older' | 'other-files';

/**
 * Compares what a folder holds with what is to run.
 * @returns `extend` if old and new rows can stand in one file; `older` if the code has changed since,
 *   `other-files` if a file that a stage reads has
 * @throws RESULTS_OTHER_PIPELINE, RESULTS_WOULD_MIX with the differences
 */
export function compareHeaders(folder: string, old: RunHeader, now: RunHeader): Comparison {
  if (old.pipeline !== now.pipeline)
    throw bitfrontError('RESULTS_OTHER_PIPELINE', { folder, found: old.pipeline, wanted: now.pipeline });
  const changed =
    old.schemaVersion !== now.schemaVersion ||
    Object.keys(now.plugins).some((name) => differs(old, now, name));
  if (changed) return 'older';
  const before = old.files ?? {};
  if (Object.keys(now.files).some((name) => before[name] !== undefined && before[name] !== now.files[name]))
    return 'other-files';
  const diff = [
    ...(old.seed === now.seed ? [] : [`seed: ${old.seed} -> ${now.seed}`]),
    ...Object.keys(now.space).flatMap((name) => disjoint(name, old.space[name], now.space[name])),
  ];
  if (diff.length > 0) throw bitfrontError('RESULTS_WOULD_MIX', { folder, diff });
  return 'extend';
}

function differs(old: RunHeader, now: RunHeader, name: string): boolean {
  const before = old.plugins[name];
  return before !== undefined && canonical(before) !== canonical(now.plugins[name]);
}

/** A parameter without any value in common was changed, not extended. */
function disjoint(
  name: string,
  old: readonly ParameterValue[] | undefined,
  now: readonly ParameterValue[] | undefined,
): readonly string[] {
  if (old === undefined || now === undefined || old.length === 0 || now.length === 0) return [];
  const before = new Set(old.map(canonical));
  if (now.some((value) => before.has(canonical(value)))) return [];
  return [`${name}: ${old.map(canonical).join(' ')} -> ${now.map(canonical).join(' ')}`];
}

function shorten(values: readonly ParameterValue[]): readonly ParameterValue[] {
  return values.length <= valuesListed ? values : [];
}
