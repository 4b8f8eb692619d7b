import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../bin/node-flags.js';
import type { EngineBench } from './engine-sweep.ts';

const sizes = [10_000, 100_000] as const;

/**
 * Sweeps of 10,000 and 100,000 points over five light stages, with journal, fsync and CSV, on one core, each in a
 * process of its own: so their memory can be compared.
 */
export async function benchEngine(): Promise<Readonly<Record<string, EngineBench>>> {
  const results: Record<string, EngineBench> = {};
  for (const points of sizes) results[`${points} points`] = await inItsOwnProcess(points);
  return results;
}

async function inItsOwnProcess(points: number): Promise<EngineBench> {
  const program = fileURLToPath(new URL('./engine-process.js', import.meta.url));
  // The flags of the shipped start, however this process was started.
  const child = fork(program, [String(points)], { execArgv: [...process.execArgv, ...nodeFlags] });
  const [result] = (await once(child, 'message')) as [EngineBench];
  return result;
}
