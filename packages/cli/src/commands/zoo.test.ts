import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadZooNetwork, shippedZoo, weightsHash, zooCard, zooCards } from '@bitfront/zoo';
import { describe, expect, it } from 'vitest';
import { bitfront, emptyFolder, startBitfront } from '../fixtures/bitfront.ts';

const toy = 'synthetic-toy';

describe('bitfront zoo list', () => {
  it('shows every network in a line, and its card as JSON', async () => {
    const { code, out } = await bitfront(['zoo', 'list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^name +dataset +architecture +test error +size +seed$/m);
    expect(out).toMatch(/^synthetic-toy +synthetic-patterns +64-48-32-10 +[\d.]+ % +[\d.]+ KB +1$/m);
    for (const { name, title } of zooCards()) expect(out).toContain(`${name}: ${title}`);
    expect(JSON.parse((await bitfront(['zoo', 'list', '--json'])).out)).toEqual(zooCards());
  });
});

describe('bitfront zoo train', () => {
  it('trains the weights that come along, to the bit, and leaves network and card', async () => {
    const out = join(emptyFolder(), 'toy');
    for (const threads of ['1', '2']) {
      const ended = await bitfront(['zoo', 'train', toy, '--threads', threads, '--out', out]);
      expect([ended.code, ended.err.replaceAll(/^trainer-bnn: epoch .*\n/gm, '')]).toEqual([0, '']);
      expect(ended.out).toContain(`same weights as in the zoo: ${zooCard(toy).weightsSha256}`);
      expect(readdirSync(out).sort()).toEqual([`${toy}.json`, `${toy}.npz`]);
      const ours = { networks: out, recipes: shippedZoo.recipes };
      expect(weightsHash(loadZooNetwork(toy, ours))).toBe(zooCard(toy).weightsSha256);
      // All that is said of the network is found again; only where it was trained may differ.
      const { trainedWith: _, ...again } = zooCard(toy, ours);
      const { trainedWith: __, ...shipped } = zooCard(toy);
      expect(again).toEqual(shipped);
    }
  });

  it('keeps its hands off the artifacts of sweeps', async () => {
    const cache = join(emptyFolder(), 'cache');
    await bitfront(['zoo', 'train', toy, '--out', emptyFolder()], { cache });
    expect(existsSync(cache)).toBe(false);
  });

  it('goes on where it was killed, with the same weights', async () => {
    const out = emptyFolder();
    const { child, said, ended } = startBitfront(['zoo', 'train', toy, '--threads', '1', '--out', out]);
    const killed = setInterval(() => {
      if (existsSync(join(out, 'work', 'artifacts')) || said.err !== '') child.kill('SIGKILL');
    }, 5);
    expect((await ended).code).toBe(null);
    clearInterval(killed);
    expect(existsSync(join(out, 'work'))).toBe(true);
    const again = await bitfront(['zoo', 'train', toy, '--out', out]);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('same weights')]);
    expect(existsSync(join(out, 'work'))).toBe(false);
  });

  it.each([
    [['zoo', 'train', 'synthetic-toi'], 2, 'ZOO_NAME_UNKNOWN', 'Did you mean "synthetic-toy"?'],
    [['zoo', 'train'], 2, 'COMMAND_USAGE_WRONG', 'bitfront zoo train --help'],
    [['zoo', 'train', toy, '--threads', '0'], 2, 'COMMAND_USAGE_WRONG', '--threads'],
    [['zoo', 'train', 'mine', '--write'], 2, 'ZOO_NAME_UNKNOWN', toy],
  ])('%s is refused', async (words, exit, error, hint) => {
    const { code, out, err } = await bitfront(words);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toContain(error);
    expect(err).toContain(hint);
  });
});

describe('a sweep over a network of the zoo', () => {
  it('needs no training', async () => {
    const out = emptyFolder();
    const pipeline = join(import.meta.dirname, '..', 'fixtures', 'tiny.json');
    const parameters = Object.entries(zooCard(toy).pipeline.dataset.parameters);
    const dataset = parameters.flatMap(([name, value]) => ['--set', `dataset.${name}=${value}`]);
    const trainer = ['--set', 'trainer=trainer-zoo', '--set', `trainer.network=${toy}`];
    const ended = await bitfront(['sweep', pipeline, ...dataset, ...trainer, '--out', out]);
    expect([ended.code, ended.err]).toEqual([0, '']);
    const { stageCalls } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(Object.keys(stageCalls)).toContain('trainer-zoo');
    expect(Object.keys(stageCalls)).not.toContain('trainer-bnn');
  });

  it('is refused on another split, before anything runs', async () => {
    const pipeline = join(import.meta.dirname, '..', 'fixtures', 'tiny.json');
    const trainer = ['--set', 'trainer=trainer-zoo', '--set', `trainer.network=${toy}`];
    const { code, err } = await bitfront(['sweep', pipeline, ...trainer, '--out', emptyFolder()]);
    expect(code).toBe(1);
    expect(err).toContain('"synthetic-toy" was trained with dataset.kind="patterns".');
    const unknown = ['--set', 'trainer=trainer-zoo', '--set', 'trainer.network=cifar10'];
    const wrong = await bitfront(['sweep', pipeline, ...unknown, '--out', emptyFolder()]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining(toy)]);
  });
});
