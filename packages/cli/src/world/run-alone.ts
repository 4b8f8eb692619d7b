import {
  type CallSuccess,
  checkParameters,
  type Executor,
  type ParameterSchema,
  textHash,
} from '@bitfront/core';
import { type LoadedPlugin, loadPlugin, loadPluginFile, whyNoStage } from '@bitfront/engine';
import { bitfrontError } from '@bitfront/errors';
import type { Places } from './places.ts';

/** A stage to be run by itself: as a text on the command line, or as an entry of `--inputs`. */
export interface Alone {
  readonly plugin: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export type Parts = CallSuccess['artifact'];

/** Where stages run alone. */
export interface Bench {
  readonly executor: Executor;
  readonly places: Places;
  readonly seed: number;
  /** Threads that a stage may keep busy. */
  readonly threads: number;
  readonly signal: AbortSignal;
}

/**
 * Runs one stage on the given artifacts.
 * @throws STAGE_FAILED_ALONE with what the stage said; the errors of loading it and of its parameters
 */
export async function runAlone(
  { plugin, params = {} }: Alone,
  inputs: Readonly<Record<string, Parts>>,
  { executor, places, seed, threads, signal }: Bench,
): Promise<Parts> {
  const { name, module, stage } = await load(plugin, places);
  const reason = whyNoStage(stage);
  if (reason !== undefined) throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin: name, module, reason });
  checkInputs(name, stage.needs as Needs, inputs);
  const parameters = checkParameters(name, stage.parameters as ParameterSchema, params);
  const { host } = places;
  const call = { plugin: name, module, parameters, inputs, seed: textHash(String(seed)), host, threads };
  const [outcome] = await executor.run([call], { signal });
  if (outcome?.ok === true) return outcome.artifact;
  const { code = 'STAGE_THREW', message = '', stack } = outcome?.failure ?? {};
  const cause = stack === undefined ? {} : { cause: stack };
  // The plugin's own exception stands in the first line of its stack, without our sentences about it.
  const said = code === 'STAGE_THREW' ? (stack?.split('\n')[0] ?? message) : message;
  throw bitfrontError('STAGE_FAILED_ALONE', { plugin: name, code, message: said }, cause);
}

/**
 * Makes the inputs of a stage. An entry is the artifact's parts, or `{ "plugin": …, "params": … }`: a stage that is
 * run first, on the entries before it.
 */
export async function makeInputs(
  given: Readonly<Record<string, unknown>>,
  bench: Bench,
): Promise<Readonly<Record<string, Parts>>> {
  const made: Record<string, Parts> = {};
  for (const [kind, entry] of Object.entries(given))
    made[kind] = isAlone(entry) ? await runAlone(entry, made, bench) : (entry as Parts);
  return made;
}

type Needs = Readonly<Record<string, readonly string[]>>;

/** @throws STAGE_INPUT_MISSING */
function checkInputs(plugin: string, needs: Needs, inputs: Readonly<Record<string, Parts>>): void {
  const needed = Object.entries(needs).flatMap(([kind, parts]) => parts.map((part) => [kind, part] as const));
  const missing = needed.filter(([kind, part]) => inputs[kind]?.[part] === undefined);
  if (missing.length === 0) return;
  const names = (pairs: typeof needed) => pairs.map(([kind, part]) => `${kind}.${part}`);
  throw bitfrontError('STAGE_INPUT_MISSING', { plugin, needed: names(needed), missing: names(missing) });
}

function isAlone(entry: unknown): entry is Alone {
  return typeof entry === 'object' && entry !== null && typeof (entry as Partial<Alone>).plugin === 'string';
}

function load(plugin: string, places: Places): Promise<LoadedPlugin> {
  const isFile = /\.(ts|mts|js|mjs|cell|csv)$/i.test(plugin);
  return isFile ? loadPluginFile(plugin) : loadPlugin(plugin, places.pluginFolders);
}
