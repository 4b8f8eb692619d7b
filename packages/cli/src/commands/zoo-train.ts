import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { bitfrontError } from '@bitfront/errors';
import { writeFileAtomic } from '@bitfront/store';
import { shippedZoo, type ZooCard, zooCard, zooEntry, zooRecipe } from '@bitfront/zoo';
import { BaseCommand } from '../base-command.ts';
import { exitCode } from '../failure/exit-code.ts';
import { percentText } from '../text/number-text.ts';
import { shellText } from '../text/shell-text.ts';
import { onInterrupt } from '../world/interrupt.ts';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';
import { compareWeights } from '../zoo/compare-weights.ts';
import { epochSink } from '../zoo/epoch-sink.ts';
import { trainRecipe } from '../zoo/train-recipe.ts';

export default class ZooTrain extends BaseCommand {
  static override summary =
    'Train a network of the zoo again and compare its weights with those that come along.';
  static override description =
    'The card of the network says how: dataset, encoder, trainer, all parameters, seed. Weights are equal on every ' +
    'machine and for any number of threads; where they are not, the exit code is 1. Interrupted, it goes on from its ' +
    'last checkpoint when it is started again.';
  static override examples = [
    '<%= config.bin %> zoo train synthetic-toy',
    '<%= config.bin %> zoo train cifar10-cnv --threads 8 --out my-cnv',
  ];
  static override args = {
    name: Args.string({ required: true, description: 'as `bitfront zoo list` shows it' }),
  };
  static override flags = {
    threads: Flags.integer({ min: 1, max: 1024, description: 'worker threads (default: one per core)' }),
    out: Flags.string({
      helpValue: 'DIR',
      description: 'folder for network and card (default: results/zoo/NAME)',
    }),
    write: Flags.boolean({
      description: 'train by the recipe of that name and put the network into the zoo of this checkout',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ZooTrain);
    if (flags.write && !existsSync(shippedZoo.recipes))
      throw bitfrontError('ZOO_NOT_WRITABLE', { folder: shippedZoo.recipes });
    const shipped = flags.write ? undefined : zooCard(args.name);
    const recipe = shipped ?? zooRecipe(args.name);
    const places = findPlaces();
    const folder = flags.out ?? join('results', 'zoo', recipe.name);
    const threads = flags.threads ?? availableParallelism();
    const { name: executorName, executor } = await openExecutor('piscina', threads, places.pluginFolders);
    const { stderr } = process;
    const progress = epochSink(
      (text) => void stderr.write(text),
      stderr.isTTY === true ? () => stderr.columns || 80 : undefined,
    );
    const interrupt = onInterrupt(() =>
      progress.notice('Interrupted: finishing what ends within 10 s. Press Ctrl-C again to stop at once.'),
    );
    try {
      const place = { executor, executorName, places, folder, signal: interrupt.signal, progress };
      const training = await trainRecipe(recipe, place);
      if (training === undefined) {
        this.note(
          `Interrupted. To go on: ${['bitfront', ...process.argv.slice(2)].map(shellText).join(' ')}`,
        );
        process.exitCode = exitCode.interrupted;
        return;
      }
      const { card, cardText, bytes } = zooEntry(training);
      const save = (to: string): void => {
        writeFileAtomic(join(to, `${card.name}.npz`), bytes);
        writeFileAtomic(join(to, `${card.name}.json`), cardText);
      };
      save(folder);
      this.print(errorText(card));
      if (shipped === undefined) {
        save(shippedZoo.networks);
        this.print(`written to ${shippedZoo.networks}\nweights ${card.weightsSha256}`);
      } else this.print(compareWeights(shipped, card));
    } finally {
      progress.end();
      interrupt.done();
      await executor.close();
    }
  }
}

function errorText({ name, testImages, ...card }: ZooCard): string {
  const interval = `${percentText(card.errorRateLow95)} to ${percentText(card.errorRateHigh95)}`;
  const test = `test error ${percentText(card.errorRate)} (95 %: ${interval}, ${testImages} images)`;
  return `${name}: ${test}, validation error ${percentText(card.validationErrorRate)}`;
}
