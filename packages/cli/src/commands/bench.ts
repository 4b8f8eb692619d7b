import { Args } from '@oclif/core';
import { bitfrontError } from '@bitfront/errors';
import { benchEngine } from '../bench/bench-engine.ts';
import { benchFront } from '../bench/bench-front.ts';
import { BaseCommand, jsonFlag } from '../base-command.ts';

const benches = { front: benchFront, engine: benchEngine };
const subjects = Object.keys(benches);

export default class Bench extends BaseCommand {
  static override summary = 'Measure this machine.';
  static override description =
    'front: the Pareto filter of a CSV with 1,000,000 rows and three objectives, from disk to disk. ' +
    'engine: sweeps of 10,000 and 100,000 points over five light stages, journal, fsync and CSV included: what a ' +
    'point costs beside its stages, and the resident memory.';
  static override examples = ['<%= config.bin %> bench front', '<%= config.bin %> bench engine --json'];
  static override args = {
    subject: Args.string({ required: true, options: subjects, description: 'what to measure' }),
  };
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Bench);
    const bench = benches[args.subject as keyof typeof benches];
    if (bench === undefined) {
      throw bitfrontError('COMMAND_USAGE_WRONG', {
        problem: `Nothing measures "${args.subject}".`,
        command: 'bench',
      });
    }
    const result = await bench();
    if (flags.json) this.printJson(result);
    else this.print(lines(result).join('\n'));
  }
}

/** `name: value`, one below the other; nested results are indented under their name. */
function lines(result: object, indent = ''): readonly string[] {
  return Object.entries(result).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [`${indent}${name}`, ...lines(value, `${indent}  `)]
      : [`${indent}${name}: ${String(value)}`],
  );
}
