import { basename } from 'node:path';
import type { FileCheck } from '@bitfront/datasets';
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
    const checks = await checkDataset(await findDataset(args.name, findPlaces()));
    if (flags.json) this.printJson(checks);
    else for (const check of checks) this.print(`${check.status.padEnd(7)}  ${place(check)}`);
    if (checks.some(({ status }) => status !== 'ok')) process.exitCode = exitCode.error;
  }
}

/** The path of a file, plain or packed; for a file inside an archive, both names. */
function place({ name, path }: FileCheck): string {
  if (path === undefined) return name;
  return [name, `${name}.gz`, `${name}.xz`].includes(basename(path)) ? path : `${name} in ${path}`;
}
