import { Args } from '@oclif/core';
import { bitfrontError } from '@bitfront/errors';
import { benchFront } from '../bench/bench-front.ts';
import { BaseCommand, jsonFlag } from '../base-command.ts';

const benches = { front: benchFront };
const subjects = Object.keys(benches);

export default class Bench extends BaseCommand {
  static override summary = 'Measure this machine.';
  static override description =
    'front: the Pareto filter of a CSV with 1,000,000 rows and three objectives, from disk to disk.';
  static override examples = ['<%= config.bin %> bench front', '<%= config.bin %> bench front --json'];
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
    else for (const [name, value] of Object.entries(result)) this.print(`${name}: ${value}`);
  }
}
