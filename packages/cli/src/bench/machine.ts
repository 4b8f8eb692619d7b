import { availableParallelism, cpus } from 'node:os';
import { createKernels } from '@bitfront/kernels';

/** What the figures depend on. */
export interface Machine {
  readonly processor: string;
  /** Cores that this process may use. */
  readonly cores: number;
  readonly node: string;
  /** Instructions that the native kernels use, `null` where they are not built. */
  readonly nativeKernels: string | null;
}

export function thisMachine(): Machine {
  const { processor } = createKernels();
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.versions.node,
    nativeKernels: processor === 'wasm' ? null : processor,
  };
}

export function machineText({ processor, cores, node, nativeKernels }: Machine): string {
  const native = nativeKernels ?? 'not built (npm run build:native)';
  const plural = cores === 1 ? 'core' : 'cores';
  return `${processor}, ${cores} ${plural}; Node ${node}; native kernels: ${native}`;
}
