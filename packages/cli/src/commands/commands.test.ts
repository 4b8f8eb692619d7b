import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands.ts';
import { bitfront, emptyFolder } from '../fixtures/bitfront.ts';

describe('every command', () => {
  it.each(Object.keys(commands))('%s has help with an example', async (id) => {
    const { code, out } = await bitfront([...id.split(':'), '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/EXAMPLES\n\s+.*bitfront/);
  });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['swep'], 'COMMAND_UNKNOWN', 'Did you mean "sweep"?'],
    ['an unknown flag', ['front', 'x.csv', '--nope'], 'COMMAND_USAGE_WRONG', 'bitfront front --help'],
    ['a missing argument', ['sweep'], 'COMMAND_USAGE_WRONG', 'pipeline'],
    ['no objective', ['front', 'x.csv'], 'COMMAND_USAGE_WRONG', '--minimise'],
    ['an unknown pipeline', ['sweep', 'mnist-frist-front'], 'PIPELINE_UNKNOWN', 'mnist-first-front'],
    [
      'parameters that are no JSON',
      ['run', 'encoder-fixed-point', '--params', '{bits:4}'],
      'COMMAND_JSON_INVALID',
      '--params',
    ],
    ['an unknown dataset', ['dataset', 'verify', 'mnst'], 'DATASET_UNKNOWN', 'dataset-mnist'],
    ['a wrong size', ['cache', 'prune', '--max-size', 'lots'], 'SIZE_INVALID', '500MB'],
    ['a wrong name for a plugin', ['new-plugin', 'device', 'My RRAM'], 'COMMAND_USAGE_WRONG', 'lower-case'],
  ])('%s: exit code 2, one error with what, why and now, nothing on stdout', async (_, words, code, hint) => {
    const ended = await bitfront(words);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    expect(ended.err).toContain(`error ${code}: `);
    expect(ended.err).toMatch(/\n {2}why: .+\n {2}now: .+\n$/);
    expect(ended.err).toContain(hint);
    expect(ended.err).not.toContain('    at ');
  });

  it('shows the stack with --verbose only', async () => {
    const { err } = await bitfront(['front', '/nowhere.csv', '--minimise', 'a', '--verbose']);
    expect(err).toContain('    at ');
  });
});

describe('bitfront front', () => {
  const file = join(emptyFolder(), 'points.csv');
  writeFileSync(file, 'id,e,a,by\n1,0.1,5,x\n2,0.2,1,x\n3,0.3,9,y\n4,,,y');

  it('prints the rows of the front, and what it left out on stderr', async () => {
    const { code, out, err } = await bitfront(['front', file, '--minimise', 'e,a']);
    expect([code, out]).toEqual([0, 'id,e,a,by\n1,0.1,5,x\n2,0.2,1,x\n']);
    expect(err).toBe('2 of 3 rows are on the front; 1 without a number in every objective was left out\n');
  });

  it('keeps one front per group and writes to a file', async () => {
    const out = join(emptyFolder(), 'front.csv');
    const ended = await bitfront([
      'front',
      file,
      '--minimise',
      'e',
      '--maximise',
      'a',
      '--by',
      'by',
      '--out',
      out,
    ]);
    expect([ended.code, ended.out]).toEqual([0, '']);
    expect(readFileSync(out, 'utf8')).toBe('id,e,a,by\n1,0.1,5,x\n3,0.3,9,y\n');
  });

  it('lists the columns where a name is wrong', async () => {
    const { code, err } = await bitfront(['front', file, '--minimise', 'x']);
    expect(code).toBe(2);
    expect(err).toContain('Its columns are: id, e, a, by.');
  });
});

describe('small commands', () => {
  it('list prints JSON alone on stdout', async () => {
    const { code, out } = await bitfront(['list', '--json']);
    const plugins = JSON.parse(out) as readonly {
      readonly name: string;
      readonly parameters: readonly unknown[];
    }[];
    expect(code).toBe(0);
    expect(plugins.map(({ name }) => name)).toContain('device-stt-mram');
    expect(plugins.every(({ parameters }) => Array.isArray(parameters))).toBe(true);
  });

  it.each(['pipelines', 'samplers', 'executors', 'datasets'])('list %s', async (kind) => {
    const { code, out } = await bitfront(['list', kind]);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(5);
  });

  it('run prints the artifact of one stage', async () => {
    const { code, out } = await bitfront(['run', 'encoder-fixed-point', '--params', '{"bits": 4}']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      training: { kind: 'grey' },
      inference: { kind: 'fixed-point', bits: 4 },
    });
  });

  it('dataset verify checks the files of MNIST; fetch refuses a wrong file', async () => {
    const { code, out } = await bitfront(['dataset', 'verify', 'mnist', '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as readonly { readonly status: string }[]).map(({ status }) => status)).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
    const folder = emptyFolder();
    writeFileSync(join(folder, 'train-images-idx3-ubyte'), 'no images');
    const fetched = await bitfront(['dataset', 'fetch', 'fashion-mnist', '--from', folder]);
    expect(fetched.code).toBe(1);
    expect(fetched.err).toContain('DATASET_FETCH_FAILED');
  });

  it('dataset fetch takes CIFAR-10 from a folder in any form, and keeps nothing that is damaged', async () => {
    const [folder, data] = [emptyFolder(), emptyFolder()];
    const missing = await bitfront(['dataset', 'fetch', 'cifar10', '--from', folder], { data });
    expect(missing.code).toBe(1);
    expect(missing.err).toMatch(/DATASET_FILE_MISSING.*data_batch_1\.bin/);
    writeFileSync(join(folder, 'cifar-10-binary.tar.gz'), 'no archive');
    const damaged = await bitfront(['dataset', 'fetch', 'cifar10', '--from', folder], { data });
    expect(damaged.err).toContain('DATASET_FORMAT_INVALID');
    expect(readdirSync(data)).toEqual([]);
  });

  it('cache info and prune speak of the same folder', async () => {
    const cache = join(emptyFolder(), 'cache');
    const info = await bitfront(['cache', 'info', '--json'], { cache });
    expect(JSON.parse(info.out)).toEqual({ folder: cache, entries: 0, checkpoints: 0, bytes: 0 });
    expect((await bitfront(['cache', 'prune', '--max-size', '1GB'], { cache })).out).toMatch(
      /^0 files removed, 0 B freed; left: 0 artifacts, 0 B$/m,
    );
  });
});

describe('new-plugin', () => {
  it('writes a device with manifest, test and README, and never over something', async () => {
    const cwd = emptyFolder();
    const { code } = await bitfront(['new-plugin', 'device', 'rram-smith-iedm-2024'], { cwd });
    expect(code).toBe(0);
    const folder = join(cwd, 'device-rram-smith-iedm-2024');
    for (const file of [
      'package.json',
      'tsconfig.json',
      'README.md',
      'src/index.ts',
      'src/device-rram-smith-iedm-2024.test.ts',
    ])
      expect(existsSync(join(folder, file)), file).toBe(true);
    expect(readFileSync(join(folder, 'src/device-rram-smith-iedm-2024.ts'), 'utf8')).toContain(
      "name: 'device-rram-smith-iedm-2024'",
    );
    expect((await bitfront(['new-plugin', 'device', 'rram-smith-iedm-2024'], { cwd })).err).toContain(
      'OUTPUT_EXISTS',
    );
  });

  it('writes one file that a run takes at once', async () => {
    const cwd = emptyFolder();
    expect((await bitfront(['new-plugin', 'encoder', 'mine', '--file'], { cwd })).code).toBe(0);
    const { code, out } = await bitfront(['run', './encoder-mine.ts', '--params', '{"bits": 2}'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ inference: { bits: 2 } });
  });
});
