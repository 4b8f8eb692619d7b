import { type CallSuccess, type Executor, type Host, type StageCall, textHash } from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import type { ArtifactStore } from '@bitfront/store';
import { BoundedMap } from './bounded-map.ts';
import { CallFailed } from './call-failed.ts';
import { callHints } from './call-hints.ts';
import type { CallCounter } from './call-counter.ts';
import type { Dispatcher } from './dispatcher.ts';
import { getOrMake } from './get-or-make.ts';
import type { Handle } from './handle.ts';
import type { PreparedChoice } from './prepared-choice.ts';
import { type Inputs, stageKey, stageSeed } from './stage-key.ts';

/** Light artifacts kept in memory, and stored ones whose content stays at hand. */
const lightKept = 2_048;
const heavyKept = 16;

export interface MemoWorld {
  readonly executor: Executor;
  readonly dispatcher: Dispatcher;
  readonly store: ArtifactStore;
  readonly counter: CallCounter;
  readonly host: Host;
  readonly seed: number;
  readonly onDamaged: (file: string) => void;
  /** Told what a call that succeeded has to say. */
  readonly notice: (message: string) => void;
  /** False where the store does not outlive the run: a checkpoint would help nobody. */
  readonly checkpoints: boolean;
}

/** Gives a stage's output, computed at most once for equal keys however many points ask at the same time. */
export type Memo = (choice: PreparedChoice, inputs: Inputs) => Promise<Handle> | Handle;

/**
 * The table of outputs by key. It holds promises while calls are under way, so that a second request joins the first
 * (single flight).
 * @returns a function whose promise rejects with CallFailed when the stage failed
 */
export function createMemo(world: MemoWorld): Memo {
  const light = new BoundedMap<string, Promise<Handle> | Handle>(lightKept);
  const heavy = new Map<string, Promise<Handle> | Handle>();
  const contents = new BoundedMap<string, Promise<CallSuccess['artifact']>>(heavyKept);
  const prints = new Map<string, Promise<string>>();

  const external = (choice: PreparedChoice): Promise<string> | string => {
    const { stage } = choice.plugin;
    if (stage.fingerprint === undefined) return '';
    let print = prints.get(choice.keyPrefix);
    if (print === undefined) {
      print = fingerprint(choice, world.host);
      prints.set(choice.keyPrefix, print);
    }
    return print;
  };

  /** A file that turns out to be damaged is written anew. */
  const load = (file: string, again: () => Promise<CallSuccess>) =>
    getOrMake(contents, file, () =>
      world.executor.load(file).catch(async (error: unknown) => {
        if (!(error instanceof BitfrontError) || error.code !== 'ARTIFACT_DAMAGED') throw error;
        world.onDamaged(file);
        return (await again()).artifact;
      }),
    );

  const request = (choice: PreparedChoice, inputs: Inputs, print: string): Promise<Handle> | Handle => {
    const { stage, name } = choice.plugin;
    const seed = stageSeed(choice, inputs, world.seed);
    const key = stageKey(choice, inputs, seed, print);
    const table = stage.weight === 'light' ? light : heavy;
    const known = table.get(key);
    if (known !== undefined) {
      world.counter.reused(name, 'memory');
      return known;
    }
    const promise = compute(key, choice, inputs, seed).then((handle) => {
      // What is there needs no waiting: later requests go on at once.
      table.set(key, handle);
      return handle;
    });
    table.set(key, promise);
    return promise;
  };

  return (choice, inputs) => {
    const print = external(choice);
    if (typeof print === 'string') return request(choice, inputs, print);
    return print.then((hash) => request(choice, inputs, hash));
  };

  async function compute(key: string, choice: PreparedChoice, inputs: Inputs, seed: string): Promise<Handle> {
    const { stage, name, module } = choice.plugin;
    const stored = stage.weight === 'heavy' && stage.stored !== false;
    const address = stored ? textHash(key) : '';
    const file = stored ? world.store.fileOf(address) : '';
    const execute = async (): Promise<CallSuccess> => {
      const gathered = await gather(choice, inputs);
      const { parameters } = choice;
      const keep = stored ? { keep: file } : { hash: choice.read };
      const call: StageCall = {
        plugin: name,
        module,
        parameters,
        inputs: gathered,
        seed,
        host: world.host,
        ...keep,
        ...(stored && world.checkpoints ? { checkpoint: world.store.checkpointOf(address) } : {}),
        ...(stage.weight === 'heavy' ? callHints(choice, inputs) : {}),
      };
      const running = world.counter.started(name, address || key, stage.weight);
      const outcome = await world.dispatcher.submit(call, stage.weight, running.progress);
      running.finished(outcome.seconds, outcome.ok);
      if (!outcome.ok) throw new CallFailed(outcome.failure);
      for (const message of outcome.notices ?? []) world.notice(message);
      return outcome;
    };
    const found = stored ? world.store.find(address) : undefined;
    if (found !== undefined) {
      world.counter.reused(name, 'store');
      return { key, hashes: found, content: () => load(file, execute) };
    }
    const { artifact, hashes } = await execute();
    if (!stored) return { key, hashes, content: () => artifact };
    contents.set(file, Promise.resolve(artifact));
    return { key, hashes, content: () => load(file, execute) };
  }
}

async function fingerprint(choice: PreparedChoice, host: Host): Promise<string> {
  try {
    return (await choice.plugin.stage.fingerprint?.(choice.parameters, host)) ?? '';
  } catch (error) {
    const { code = 'STAGE_THREW', message, stack } = error as Error & { readonly code?: string };
    // It speaks of files on this machine: once they are there, the point is tried again.
    throw new CallFailed({ code, message, blame: 'machine', ...(stack === undefined ? {} : { stack }) });
  }
}

/** The parts that a stage reads, and nothing else. */
async function gather(choice: PreparedChoice, inputs: Inputs): Promise<StageCall['inputs']> {
  const gathered: Record<string, Record<string, unknown>> = {};
  for (const [kind, parts] of choice.needs) {
    const handle = inputs.get(kind) as Handle;
    const content = handle.content();
    const artifact = content instanceof Promise ? await content : content;
    gathered[kind] = Object.fromEntries(parts.map((part) => [part, artifact[part]]));
  }
  return gathered;
}
