import type { CallOutcome, Executor, Failure } from '@bitfront/core';

/** The parts of an artifact. */
export type Parts = Readonly<Record<string, unknown>>;

/** What passed through an executor. */
export interface Seen {
  dataset?: Parts;
  encoding?: Parts;
  network?: Parts;
  failed?: { readonly plugin: string; readonly failure: Failure };
}

/** The same executor; datasets, encodings and networks that it makes or loads are also put into `seen`. */
export function watchedExecutor(executor: Executor): { readonly executor: Executor; readonly seen: Seen } {
  const seen: Seen = {};
  const keep = (artifact: Parts): void => {
    if ('architecture' in artifact) seen.network = artifact;
    else if ('train' in artifact) seen.dataset = artifact;
    else if ('inference' in artifact) seen.encoding = artifact;
  };
  const take = (plugin: string, outcome: CallOutcome): void => {
    if (outcome.ok) keep(outcome.artifact);
    else seen.failed = { plugin, failure: outcome.failure };
  };
  const watched: Executor = {
    threads: executor.threads,
    async run(calls, options) {
      const outcomes = await executor.run(calls, options);
      for (const [index, outcome] of outcomes.entries()) take(calls[index]?.plugin ?? '', outcome);
      return outcomes;
    },
    async load(file) {
      const artifact = await executor.load(file);
      keep(artifact);
      return artifact;
    },
    close: () => executor.close(),
  };
  return { executor: watched, seen };
}
