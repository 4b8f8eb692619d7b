import {
  type AnyStage,
  bareServices,
  checkParameters,
  contentHash,
  type InputOf,
  type Needs,
  type Services,
  type StageContext,
} from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import type { PlainCase } from './stage-case.ts';
import { hashesOf, type MemoryCheckpoint, memoryCheckpoint } from './trial-services.ts';

/** What one call of a stage did. */
export interface Trial {
  readonly artifact: Readonly<Record<string, unknown>>;
  /** Content hash of the artifact when the call returned. */
  readonly hash: string;
  readonly inputHashBefore: string;
  readonly inputHashAfter: string;
  readonly drewRandomNumbers: boolean;
  readonly fractions: readonly number[];
  /** The checkpoint that it was given; what it saved is still there. */
  readonly checkpoint: MemoryCheckpoint;
  readonly askedForThreads: boolean;
  readonly usedMemo: boolean;
}

export interface TrialOptions {
  readonly seed?: string;
  readonly signal?: AbortSignal;
  /** Stands in for the inputs of the case. */
  readonly inputs?: PlainCase['inputs'];
  /** Stand in for an empty checkpoint in memory, one thread, and a memo that remembers nothing. */
  readonly services?: Partial<Pick<Services, 'threads' | 'memo'>> & {
    readonly checkpoint?: MemoryCheckpoint;
  };
}

/** Calls a stage as the engine does and watches it. Only the parts that the stage needs are handed in. */
export async function runCase(stage: AnyStage, given: PlainCase, options: TrialOptions = {}): Promise<Trial> {
  const parameters = checkParameters(stage.name, stage.parameters, given.parameters);
  const inputs = options.inputs ?? neededParts(stage, given.inputs);
  const fractions: number[] = [];
  let drewRandomNumbers = false;
  let askedForThreads = false;
  let usedMemo = false;
  const { checkpoint = memoryCheckpoint(), threads = 1, memo = bareServices.memo } = options.services ?? {};
  const context: StageContext = {
    random: (...key) => {
      drewRandomNumbers = true;
      return randomStream(options.seed ?? given.seed ?? '1', ...key);
    },
    signal: options.signal ?? new AbortController().signal,
    progress: (fraction) => fractions.push(fraction),
    host: given.host ?? { dataFolders: [] },
    checkpoint,
    get threads() {
      askedForThreads = true;
      return threads;
    },
    memo: {
      get: (key, bytes, make) => {
        usedMemo = true;
        return memo.get(key, bytes, make);
      },
    },
    inputHash: hashesOf(inputs),
  };
  const inputHashBefore = contentHash(inputs);
  const artifact = (await stage.run(inputs as InputOf<Needs>, parameters, context)) as Trial['artifact'];
  const inputHashAfter = contentHash(inputs);
  return {
    artifact,
    hash: contentHash(artifact),
    inputHashBefore,
    inputHashAfter,
    drewRandomNumbers,
    fractions,
    checkpoint,
    askedForThreads,
    usedMemo,
  };
}

function neededParts(stage: AnyStage, inputs: PlainCase['inputs']): PlainCase['inputs'] {
  const needs = stage.needs as Readonly<Record<string, readonly string[]>>;
  return Object.fromEntries(
    Object.entries(needs).map(([kind, parts]) => [
      kind,
      Object.fromEntries(parts.map((part) => [part, inputs[kind]?.[part]])),
    ]),
  );
}
