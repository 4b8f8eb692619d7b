import { Flags } from '@oclif/core';
import { openArtifactStore } from '@bitfront/store';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { bytesText, parseBytes } from '../text/bytes-text.ts';
import { storeText } from '../text/store-text.ts';
import { findPlaces } from '../world/places.ts';

export default class CachePrune extends BaseCommand {
  static override summary = 'Delete stale checkpoints, then what was not used for the longest time.';
  static override examples = [
    '<%= config.bin %> cache prune --max-size 2GB',
    '<%= config.bin %> cache prune --max-size 0',
  ];
  static override flags = {
    'max-size': Flags.string({
      default: '5GB',
      helpValue: 'SIZE',
      description: 'keep at most this much, such as 500MB',
    }),
    json: jsonFlag,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CachePrune);
    const store = openArtifactStore(findPlaces().cache);
    const { removed, freedBytes } = store.prune(parseBytes(flags['max-size']));
    const left = store.info();
    if (flags.json) this.printJson({ folder: store.directory, removed, freedBytes, ...left });
    else this.print(`${removed} files removed, ${bytesText(freedBytes)} freed; left: ${storeText(left)}`);
  }
}
