import { openArtifactStore } from '@bitfront/store';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { storeText } from '../text/store-text.ts';
import { findPlaces } from '../world/places.ts';

export default class CacheInfo extends BaseCommand {
  static override summary = 'Say where artifacts and checkpoints are kept and how much room they take.';
  static override examples = [
    '<%= config.bin %> cache info',
    'BITFRONT_CACHE=/scratch/me <%= config.bin %> cache info --json',
  ];
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { flags } = await this.parse(CacheInfo);
    const store = openArtifactStore(findPlaces().cache);
    const info = store.info();
    if (flags.json) this.printJson({ folder: store.directory, ...info });
    else this.print(`${store.directory}\n${storeText(info)}`);
  }
}
