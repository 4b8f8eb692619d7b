import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../base-command.ts';
import { checkDataset, findDataset } from '../world/find-dataset.ts';
import { fetchFile } from '../world/fetch-file.ts';
import { findPlaces } from '../world/places.ts';

export default class DatasetFetch extends BaseCommand {
  static override summary =
    'Download a dataset from its makers, or take it from a folder; every file is checked.';
  static override examples = [
    '<%= config.bin %> dataset fetch fashion-mnist',
    '<%= config.bin %> dataset fetch fashion-mnist --from ~/Downloads',
  ];
  static override args = { name: Args.string({ required: true, description: 'such as fashion-mnist' }) };
  static override flags = {
    from: Flags.string({
      helpValue: 'DIR',
      description: 'take the files from this folder instead of the network',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DatasetFetch);
    const places = findPlaces();
    const dataset = await findDataset(args.name, places);
    const checks = checkDataset(dataset);
    const target = join(places.datasets, dataset.files.name);
    for (const [index, { name, status, path }] of checks.entries()) {
      const file = dataset.files.files[index];
      if (status === 'ok' && flags.from === undefined) this.note(`${name}: there already, ${path}`);
      else if (file !== undefined)
        this.note(`${name}: ${await fetchFile(file, target, dataset.files.name, flags.from)}`);
    }
  }
}
