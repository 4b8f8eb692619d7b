import { type AnyStage, checkParameters, contentHash, type Executor, type Row } from '@bitfront/core';
import { type LoadedPlugin, loadPlugin, stageSeed } from '@bitfront/engine';
import { bitfrontError } from '@bitfront/errors';
import type { ZooStage } from '@bitfront/zoo';
import type { Places } from '../world/places.ts';
import type { Parts } from './watched-executor.ts';

/** An evaluator with its parameters checked. */
export interface Judge {
  readonly plugin: LoadedPlugin;
  readonly stage: ZooStage;
}

/** @throws PLUGIN_UNKNOWN, PARAMETER_INVALID and the like, before a training is started for nothing */
export async function findJudge({ plugin: name, parameters }: ZooStage, places: Places): Promise<Judge> {
  const plugin = await loadPlugin(name, [places.pipelines]);
  const checked = checkParameters(name, plugin.stage.parameters, parameters) as ZooStage['parameters'];
  return { plugin, stage: { plugin: name, parameters: checked } };
}

/**
 * The row of an evaluator for a network whose bits are read without errors: the same as in a sweep of that seed, since
 * the draws are those of the engine.
 */
export async function judgeNetwork(
  { plugin, stage }: Judge,
  artifacts: Readonly<Record<'dataset' | 'encoding' | 'network', Parts>>,
  { executor, places, seed, signal }: Bench,
): Promise<Row> {
  const memory = { faults: { plusToMinus: 0, minusToPlus: 0 } };
  const needs = Object.entries(
    (plugin.stage as AnyStage).needs as Readonly<Record<string, readonly string[]>>,
  );
  const all: Readonly<Record<string, Parts>> = { ...artifacts, memory };
  const inputs = Object.fromEntries(
    needs.map(([kind, parts]) => [kind, Object.fromEntries(parts.map((part) => [part, all[kind]?.[part]]))]),
  );
  const hashed = new Map(
    Object.entries(inputs).map(([kind, parts]) => [kind, { hashes: lazyHashes(parts) }]),
  );
  const call = {
    plugin: plugin.name,
    module: plugin.module,
    parameters: stage.parameters,
    inputs,
    seed: stageSeed({ plugin, parameters: stage.parameters }, hashed, seed),
    host: places.host,
    threads: executor.threads,
  };
  const [outcome] = await executor.run([call], { signal });
  if (outcome?.ok === true) return outcome.artifact.row as Row;
  const { code = 'STAGE_THREW', message = '' } = outcome?.failure ?? {};
  throw bitfrontError('STAGE_FAILED_ALONE', { plugin: plugin.name, code, message });
}

interface Bench {
  readonly executor: Executor;
  readonly places: Places;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Content hashes by part, computed for those that are asked for. */
function lazyHashes(parts: Parts): Readonly<Record<string, string>> {
  const hashes = {};
  for (const [part, value] of Object.entries(parts))
    Object.defineProperty(hashes, part, { get: () => contentHash(value) });
  return hashes;
}
