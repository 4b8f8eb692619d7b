/** A terminal and npm both deliver one Ctrl-C: what follows this closely is the same key press. */
const samePressMs = 500;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Stops listening. */
  done(): void;
}

/**
 * The first Ctrl-C (or SIGTERM) aborts the signal and calls `onFirst`; the next one leaves at once with 130.
 */
export function onInterrupt(onFirst: () => void): Interrupt {
  const controller = new AbortController();
  let firstAt = Number.NaN;
  const heard = (): void => {
    const now = performance.now();
    if (controller.signal.aborted) {
      if (now - firstAt > samePressMs) process.exit(130);
      return;
    }
    firstAt = now;
    onFirst();
    controller.abort();
  };
  const names: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];
  for (const name of names) process.on(name, heard);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of names) process.off(name, heard);
    },
  };
}
