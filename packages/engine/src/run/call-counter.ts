import { getOrMake } from './get-or-make.ts';

/** How often a plugin's stage was asked for. */
export interface StageCalls {
  /** Calls that ran to their end. */
  readonly computed: number;
  /** Requests answered from memory, by a call already under way, or from the artifact store. */
  readonly reused: number;
  /** Of these, distinct outputs that came from the artifact store. */
  readonly stored: number;
  /** Seconds inside the stage, over all threads. */
  readonly seconds: number;
}

/** A heavy call that runs now. */
export interface RunningCall {
  readonly plugin: string;
  readonly fraction: number;
  readonly note?: string;
}

/** The progress and end of one call. */
export interface CallWatch {
  progress(fraction: number, note?: string): void;
  finished(seconds: number, ok: boolean): void;
}

export interface CallCounter {
  reused(plugin: string, from: 'memory' | 'store'): void;
  started(plugin: string, key: string, weight: 'light' | 'heavy'): CallWatch;
  readonly running: readonly RunningCall[];
  readonly totals: { readonly computed: number; readonly reused: number; readonly seconds: number };
  /** By plugin, sorted by name. */
  readonly byPlugin: Readonly<Record<string, StageCalls>>;
}

/** @param onComputed told of every heavy call that succeeded, for the journal */
export function createCallCounter(
  onComputed: (plugin: string, key: string, seconds: number) => void = () => undefined,
): CallCounter {
  const calls = new Map<string, { computed: number; reused: number; stored: number; seconds: number }>();
  const running = new Map<string, RunningCall>();
  const totals = { computed: 0, reused: 0, seconds: 0 };
  const of = (plugin: string) =>
    getOrMake(calls, plugin, () => ({ computed: 0, reused: 0, stored: 0, seconds: 0 }));
  return {
    reused(plugin, from) {
      of(plugin).reused++;
      if (from === 'store') of(plugin).stored++;
      totals.reused++;
    },
    started(plugin, key, weight) {
      if (weight === 'heavy') running.set(key, { plugin, fraction: 0 });
      return {
        progress(fraction, note) {
          running.set(key, { plugin, fraction, ...(note === undefined ? {} : { note }) });
        },
        finished(seconds, ok) {
          running.delete(key);
          of(plugin).computed++;
          totals.computed++;
          of(plugin).seconds += seconds;
          totals.seconds += seconds;
          if (ok && weight === 'heavy') onComputed(plugin, key, seconds);
        },
      };
    },
    get running() {
      return [...running.values()].filter(({ fraction }) => fraction > 0);
    },
    totals,
    get byPlugin() {
      return Object.fromEntries([...calls].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}
