import { bareServices, type Checkpoint, type StageCall } from '@bitfront/core';
import { readCheckpoint, removeCheckpoint, writeCheckpoint } from '@bitfront/store/artifacts';

/** The checkpoint of one call, from its start to its end. */
export interface CallCheckpoint {
  readonly service: Checkpoint;
  /** What the user should know. */
  readonly notices: readonly string[];
  /** The call succeeded, or would fail again: nobody needs its state any more. */
  drop(): void;
}

/** The pause after a save is so many times as long as the save took: saving costs a twentieth of the time at most. */
const pause = 20;

/** Of calls that name no file, which are most: nothing is made for each of them. */
const nowhere: CallCheckpoint = Object.freeze({
  service: bareServices.checkpoint,
  notices: [],
  drop: () => undefined,
});

/** In the file that the call names; nowhere if it names none. */
export function openCheckpoint({ plugin, checkpoint: file }: StageCall): CallCheckpoint {
  if (file === undefined) return nowhere;
  let refusals = 0;
  let refusal = '';
  let nextMs = 0;
  const service: Checkpoint = {
    load: async () => readCheckpoint(file),
    save: async (bytes) => {
      const startMs = performance.now();
      if (startMs < nextMs) return;
      try {
        writeCheckpoint(file, bytes);
      } catch (error) {
        // Hours of work are worth more than their safety net: it goes on, and tries again at the next save.
        refusals++;
        refusal = (error as Error & { readonly code?: string }).code ?? String(error);
      }
      const endMs = performance.now();
      nextMs = endMs + pause * (endMs - startMs);
    },
  };
  return {
    service,
    get notices() {
      return refusals === 0 ? [] : [noticeOf(plugin, refusals, refusal)];
    },
    drop: () => removeCheckpoint(file),
  };
}

function noticeOf(plugin: string, refusals: number, code: string): string {
  const times = refusals === 1 ? 'once' : `${refusals} times`;
  return `${plugin} could not save its checkpoint ${times} (${code}); its result is not affected.`;
}
