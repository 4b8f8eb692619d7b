import { Args } from '@oclif/core';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { bytesText } from '../text/bytes-text.ts';
import { findDataset } from '../world/find-dataset.ts';
import { findPlaces } from '../world/places.ts';

export default class DatasetInfo extends BaseCommand {
  static override summary = 'Describe a dataset: its makers, files, sums and where they are looked for.';
  static override examples = ['<%= config.bin %> dataset info fashion-mnist'];
  static override args = {
    name: Args.string({ required: true, description: 'such as mnist or fashion-mnist' }),
  };
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DatasetInfo);
    const { plugin, files, folders } = await findDataset(args.name, findPlaces());
    if (flags.json) return this.printJson({ plugin, ...files, folders });
    const lines = files.files.map(
      ({ name, bytes, sha256 }) => `  ${name}  ${bytesText(bytes)}  sha256 ${sha256}`,
    );
    this.print(
      [
        `${plugin}: ${files.origin}`,
        ...lines,
        'looked for in',
        ...folders.map((folder) => `  ${folder}`),
      ].join('\n'),
    );
  }
}
