import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { BaseCommand } from '../base-command.ts';
import { checkDataset, findDataset } from '../world/find-dataset.ts';
import { fetchFile } from '../world/fetch-file.ts';
import { keepFiles } from '../world/keep-files.ts';
import { findPlaces } from '../world/places.ts';

export default class DatasetFetch extends BaseCommand {
  static override summary =
    'Download a dataset from its makers, or take it from a folder; every file is checked.';
  static override examples = [
    '<%= config.bin %> dataset fetch fashion-mnist',
    '<%= config.bin %> dataset fetch fashion-mnist --from ~/Downloads',
    '<%= config.bin %> dataset fetch cifar10',
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
    const { files, source } = dataset;
    const checks = flags.from === undefined ? await checkDataset(dataset) : [];
    const isThere = (name: string) => checks.find((check) => check.name === name && check.status === 'ok');
    const target = join(places.datasets, files.name);
    if (source !== undefined && !files.files.every(({ name }) => isThere(name))) {
      this.note(`${files.name}: from ${flags.from ?? source.origin}`);
      for await (const path of keepFiles(source.bring(flags.from), target)) this.note(path);
      return;
    }
    for (const file of files.files) {
      const there = isThere(file.name);
      if (there) this.note(`${file.name}: there already, ${there.path}`);
      else this.note(`${file.name}: ${await fetchFile(file, target, files.name, flags.from)}`);
    }
  }
}
