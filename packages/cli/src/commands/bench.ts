import { availableParallelism } from 'node:os';
import { Args, Flags } from '@oclif/core';
import { bitfrontError } from '@bitfront/errors';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import type { BenchReport, BenchSetting } from '../bench/bench-report.ts';
import { plainLines } from '../bench/plain-lines.ts';

type Benchmark = (setting: BenchSetting) => Promise<BenchReport>;

// Loaded when asked for: no other command needs any of it.
const benches: Readonly<Record<string, Benchmark>> = {
  kernels: async (setting) => (await import('../bench/bench-kernels.ts')).benchKernels(setting),
  trainer: async (setting) => (await import('../bench/bench-trainer.ts')).benchTrainer(setting),
  inference: async (setting) => (await import('../bench/bench-inference.ts')).benchInference(setting),
  faults: async (setting) => (await import('../bench/bench-faults.ts')).benchFaults(setting),
  crossbars: async (setting) => (await import('../bench/bench-crossbars.ts')).benchCrossbars(setting),
  engine: async () => plain(await (await import('../bench/bench-engine.ts')).benchEngine()),
  front: async () => plain(await (await import('../bench/bench-front.ts')).benchFront()),
};

export default class Bench extends BaseCommand {
  static override summary = 'Measure this machine.';
  static override description =
    'kernels: the products of training and inference, by shape and backend (WebAssembly, and native where it is ' +
    'built), beside a plain float product in WebAssembly and plain TypeScript in the same run. ' +
    'trainer: training steps of four networks by phase; trainings side by side, and one training on several threads. ' +
    'inference: 10,000 images through 784-1024-1024-10 from input to classes, on one worker and on several. ' +
    'faults: a sweep of trained networks on Fashion-MNIST over 20 error rates with 5 repeats, with and without what the ' +
    'evaluator remembers between levels. ' +
    'crossbars: 1,000 layers onto crossbars by each partitioner, a design point of VGG8, mapping and cost; and currents behind line ' +
    'resistances, solved exactly and read from the response of the array. ' +
    'engine: sweeps of 10,000 and 100,000 points over five light stages, journal, fsync and CSV included: what a ' +
    'point costs beside its stages, and the resident memory. ' +
    'front: the Pareto filter of a CSV with 1,000,000 rows and three objectives, from disk to disk. ' +
    'Figures are only worth something on a machine that does nothing else.';
  static override examples = [
    '<%= config.bin %> bench kernels',
    '<%= config.bin %> bench kernels --only 1024-1024',
    '<%= config.bin %> bench trainer --only CNN --threads 2',
    '<%= config.bin %> bench inference --json | jq \'."784-1024-1024-10 1-bit".wasm.gops\'',
    '<%= config.bin %> bench faults',
    '<%= config.bin %> bench crossbars',
    '<%= config.bin %> bench front',
    '<%= config.bin %> bench engine --json',
  ];
  static override args = {
    subject: Args.string({ required: true, options: Object.keys(benches), description: 'what to measure' }),
  };
  static override flags = {
    only: Flags.string({
      helpValue: 'TEXT',
      description: 'kernels, trainer, inference, faults: only shapes whose name contains this',
    }),
    threads: Flags.integer({
      min: 1,
      max: 64,
      description:
        'trainer, inference: measure 1 to this many worker threads (default: one per core, at most 4)',
    }),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Bench);
    const bench = benches[args.subject];
    if (bench === undefined) {
      throw bitfrontError('COMMAND_USAGE_WRONG', {
        problem: `Nothing measures "${args.subject}".`,
        command: 'bench',
      });
    }
    const threads = flags.threads ?? Math.min(mostThreads, availableParallelism());
    const { result, text } = await bench({ threads, only: flags.only, say: (line) => this.note(line) });
    if (flags.json) this.printJson(result);
    else this.print(text);
  }
}

/** More take long and say little else. */
const mostThreads = 4;

function plain(result: object): BenchReport {
  return { result, text: plainLines(result).join('\n') };
}
