import type { Executor, ExecutorPlugin } from '@bitfront/core';
import { type Check, contractCheck, type Demand } from '../check.ts';
import { describeChecks } from '../describe-checks.ts';
import { descriptionChecks } from '../plugin/description-checks.ts';
import { artifactFileChecks } from './artifact-file-checks.ts';
import { outcomeChecks } from './outcome-checks.ts';
import { stoppingChecks } from './stopping-checks.ts';

export interface ExecutorSuite {
  /** Threads to open it with; 2 unless given. */
  readonly threads?: number;
}

/** Registers a check that opens an executor, uses it and closes it. */
export type OpenCheck = (name: string, body: (executor: Executor, demand: Demand) => Promise<void>) => Check;

/** The contract of an executor, tried on a stage of the kit. */
export function executorChecks(plugin: ExecutorPlugin, suite: ExecutorSuite = {}): readonly Check[] {
  const threads = suite.threads ?? 2;
  const opened: OpenCheck = (name, body) =>
    contractCheck(plugin.name, name, async (demand) => {
      const executor = plugin.open({ threads });
      try {
        await body(executor, demand);
      } finally {
        await executor.close();
      }
    });
  return [
    ...descriptionChecks(plugin),
    opened('says how many threads it has', async (executor, demand) => {
      demand(Number.isInteger(executor.threads) && executor.threads >= 1, `it says ${executor.threads}.`);
      demand(executor.threads <= threads, `it has ${executor.threads} threads, ${threads} were allowed.`);
      demand(
        plugin.capabilities.parallel || executor.threads === 1,
        'it is not parallel but has several threads.',
      );
    }),
    ...outcomeChecks(opened),
    ...artifactFileChecks(opened),
    ...stoppingChecks(opened, plugin.capabilities.killsRunaways),
    contractCheck(plugin.name, 'closes twice without complaint', async () => {
      const executor = plugin.open({ threads });
      await executor.close();
      await executor.close();
    }),
  ];
}

/** The contract of an executor as a vitest suite. */
export function describeExecutor(plugin: ExecutorPlugin, suite: ExecutorSuite = {}): void {
  describeChecks(`${plugin.name} keeps the contract of an executor`, executorChecks(plugin, suite));
}
