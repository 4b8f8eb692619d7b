import { keepMemoryLean } from '../world/lean-memory.ts';
import { engineSweep } from './engine-sweep.ts';

// A process of its own for one sweep: `node engine-process.js POINTS` tells its parent the result.
keepMemoryLean();
process.send?.(await engineSweep(Number(process.argv[2])));
process.disconnect?.();
