import { zooCards } from '@bitfront/zoo';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { zooTable } from '../zoo/zoo-table.ts';

export default class ZooList extends BaseCommand {
  static override summary = 'List the trained networks that come along.';
  static override description =
    'With --json their cards: plan, seed, hashes, error rates and training log. A sweep takes one with ' +
    '--set trainer=trainer-zoo --set trainer.network=NAME.';
  static override examples = ['<%= config.bin %> zoo list', '<%= config.bin %> zoo list --json'];
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { flags } = await this.parse(ZooList);
    const cards = zooCards();
    if (flags.json) this.printJson(cards);
    else this.print(zooTable(cards));
  }
}
