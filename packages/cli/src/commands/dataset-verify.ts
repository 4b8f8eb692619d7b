import { Args } from '@oclif/core';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { exitCode } from '../failure/exit-code.ts';
import { checkDataset, findDataset } from '../world/find-dataset.ts';
import { findPlaces } from '../world/places.ts';

export default class DatasetVerify extends BaseCommand {
  static override summary = 'Check that every file of a dataset is there and has the published content.';
  static override examples = [
    '<%= config.bin %> dataset verify mnist',
    '<%= config.bin %> dataset verify fashion-mnist --json',
  ];
  static override args = {
    name: Args.string({ required: true, description: 'such as mnist or fashion-mnist' }),
  };
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DatasetVerify);
    const checks = checkDataset(await findDataset(args.name, findPlaces()));
    if (flags.json) this.printJson(checks);
    else for (const { name, status, path } of checks) this.print(`${status.padEnd(7)}  ${path ?? name}`);
    if (checks.some(({ status }) => status !== 'ok')) process.exitCode = exitCode.error;
  }
}
