import type { JournalEvent } from '@bitfront/store';
import type { StageCalls } from '../run/call-counter.ts';

/** Stage calls and wall time of one start of a run, or of several together. */
export interface Work {
  readonly stageCalls: Readonly<Record<string, StageCalls>>;
  readonly wallTimeSeconds: number;
}

export const noWork: Work = { stageCalls: {}, wallTimeSeconds: 0 };

export function addWork(a: Work, b: Work): Work {
  const names = [...new Set([...Object.keys(a.stageCalls), ...Object.keys(b.stageCalls)])].sort();
  return {
    stageCalls: Object.fromEntries(
      names.map((name) => [name, addCalls(a.stageCalls[name], b.stageCalls[name])]),
    ),
    wallTimeSeconds: a.wallTimeSeconds + b.wallTimeSeconds,
  };
}

/**
 * Sums up earlier starts from their journal. A start that was killed left no `end`; its finished heavy calls still
 * stand there, and only its light calls and its wall time are unknown.
 */
export function createPastWork(): { take(event: JournalEvent): void; total(): Work } {
  let closed = noWork;
  let open: Record<string, StageCalls> = {};
  const settle = () => {
    closed = addWork(closed, { stageCalls: open, wallTimeSeconds: 0 });
    open = {};
  };
  return {
    take(event) {
      if (event.t === 'run') settle();
      if (event.t === 'stage') {
        const { plugin, seconds } = event as unknown as { readonly plugin: string; readonly seconds: number };
        const call = { [plugin]: { computed: 1, reused: 0, stored: 0, seconds } };
        open = {
          ...addWork({ stageCalls: open, wallTimeSeconds: 0 }, { stageCalls: call, wallTimeSeconds: 0 })
            .stageCalls,
        };
      }
      if (event.t === 'end') {
        closed = addWork(closed, event as unknown as Work);
        open = {};
      }
    },
    total() {
      settle();
      return closed;
    },
  };
}

function addCalls(a: StageCalls = none, b: StageCalls = none): StageCalls {
  return {
    computed: a.computed + b.computed,
    reused: a.reused + b.reused,
    stored: a.stored + b.stored,
    seconds: a.seconds + b.seconds,
  };
}

const none: StageCalls = { computed: 0, reused: 0, stored: 0, seconds: 0 };
