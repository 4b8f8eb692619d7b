import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bitfront, emptyFolder, tinyPipeline } from '../fixtures/bitfront.ts';

const folder = emptyFolder();
const write = (name: string, text: string): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
/** The tiny pipeline with some of its text replaced. */
const tinyWith = (name: string, from: string, to: string): string =>
  write(name, readFileSync(tinyPipeline, 'utf8').replace(from, to));
const device = (name: string, file: string, change = (text: string) => text): string => {
  cpSync(join(import.meta.dirname, '..', '..', 'templates', 'device', 'plugin.ts'), join(folder, file));
  const text = readFileSync(join(folder, file), 'utf8').replace("'plugin-name'", `'${name}'`);
  return write(file, change(text));
};
const values =
  'nodeNm=22 supplyV=0.9 cellAreaUm2=0.05 readVoltageV=0.2 readCurrentUa=10 readTimeNs=5 writeEnergyFjPerBit=9 writeTimeNs=5 writeVoltageV=1 bitErrorRate=0.1';
const settings = values.split(' ').flatMap((value) => ['--set', `device.${value}`]);

/** Exactly one error with what, why and now; nothing on stdout; no stack. */
async function refused(words: readonly string[], code: number, text: RegExp): Promise<void> {
  const ended = await bitfront(words);
  expect(ended.err).toMatch(text);
  expect([ended.code, ended.out]).toEqual([code, '']);
  expect(ended.err).toMatch(/^error [A-Z_]+: .+\n {2}why: .+\n {2}now: .+\n$/);
}

describe('a JSON pipeline', () => {
  it('runs no code, whatever it names and whatever lies beside it', async () => {
    const marks = join(folder, 'marks');
    mkdirSync(marks);
    const evil = `require('node:fs').writeFileSync(${JSON.stringify(join(marks, 'ran'))}, '');`;
    write('evil.cjs', evil);
    write('node_modules/encoder-evil/index.js', evil);
    write('node_modules/@bitfront/encoder-fixed-point/index.js', evil);
    for (const name of ['./evil.cjs', join(folder, 'evil.cjs'), 'encoder-evil'])
      await refused(
        ['plan', tinyWith('evil.json', '"encoder-fixed-point"', JSON.stringify(name))],
        1,
        /PLUGIN_UNKNOWN/,
      );
    expect((await bitfront(['plan', tinyWith('shadowed.json', 'tiny', 'tiny')])).code).toBe(0);
    expect(readdirSync(marks)).toEqual([]);
  }, 30_000);

  it.each([
    ['partitoner.arrayRows < 9', 1, /PIPELINE_RULE_INVALID.*\n.*Did you mean "partitioner"\?/],
    ['partitioner.arrayRow < 9', 1, /Did you mean "partitioner\.arrayRows"\?/],
    ['process.exit(0)', 1, /A rule calls nothing/],
    ['partitioner.arrayRows < 1', 1, /PIPELINE_NO_POINTS/],
  ])('with the rule %s is refused', (rule, code, text) =>
    refused(['sweep', tinyWith('rule.json', '"rules": []', `"rules": ["${rule}"]`)], code, text),
  );
});

describe('a setting', () => {
  it.each([
    ['device.bitErorRate=0', 2, /PIPELINE_SETTING_INVALID.*\n.*there are: nodeNm, .*\n.*"bitErrorRate"\?/],
    ['device=device-sram6t', 2, /PLUGIN_UNKNOWN.*\n.*\n.*Did you mean "device-sram-6t"\?/],
    ['device.nodeNm=3', 2, /PARAMETER_INVALID.*nodeNm.*\n.*22 to 180 nm/],
  ])('%s is refused as wrong usage', (setting, code, text) =>
    refused(['plan', tinyPipeline, '--set', setting], code, text),
  );
});

describe('a file with code', () => {
  it.each([
    ['exits.ts', 'process.exit(0);', 1, /COMMAND_CUT_OFF/],
    ['waits.ts', 'await new Promise(() => undefined);', 1, /COMMAND_CUT_OFF/],
    [
      'later.ts',
      "setTimeout(() => { throw new RangeError('of its own'); });\nawait new Promise(() => undefined);",
      1,
      /UNEXPECTED: of its own/,
    ],
    ['bare.ts', "export default { name: 'device-x', version: 1 };", 1, /NOT_A_STAGE.*no function "run"/],
    ['throws.ts', "\nthrow new RangeError('of its own');", 1, /PLUGIN_NOT_LOADED.*of its own \(line 2\)/],
  ])('%s after --plugin is one error, never a success', (name, text, code, error) =>
    refused(['plan', tinyPipeline, '--plugin', write(name, `${text}\nexport {};\n`)], code, error),
  );

  it('may not take the name of an installed plugin', () =>
    refused(
      ['plan', tinyPipeline, '--plugin', device('device-sram-6t', 'same.ts')],
      1,
      /PLUGIN_NAME_TAKEN.*device-sram-6t/,
    ));

  it('is suggested by its name, as installed plugins are', () =>
    refused(
      ['plan', tinyPipeline, '--plugin', device('device-mine', 'mine.ts'), '--set', 'device=device-mime'],
      2,
      /Known here: device-mine, .*\n.*Did you mean "device-mine"\?/,
    ));
});

describe('points that fail', () => {
  const cache = join(folder, 'cache');

  it('are counted by code, with the first message and the command that shows more', async () => {
    const plugin = device('device-kaputt', 'kaputt.ts', (text) =>
      text.replace('model: (p) => ({', "model: (p) => (p.nodeNm > 1 ? JSON.parse('{kaputt') : {"),
    );
    const out = join(folder, 'failed');
    const words = ['sweep', tinyPipeline, '--plugin', plugin, '--set', 'device=device-kaputt', ...settings];
    const { code, out: text } = await bitfront([...words, '--out', out], { cache });
    expect(code).toBe(3);
    const told = /4 × STAGE_THREW: .*SyntaxError.*\n {4}more: bitfront explain \S+ ([0-9a-f]{16})/.exec(text);
    const id = told?.[1] ?? '';
    const explained = await bitfront(['explain', out, id.slice(0, 12)]);
    expect([explained.code, explained.out.slice(0, 30)]).toEqual([0, `point ${id}: failed`.slice(0, 30)]);
    await refused(['explain', out, ''], 2, /POINT_AMBIGUOUS: 4 points/);
  }, 30_000);

  it('for want of a dataset are tried again once it is there', async () => {
    const data = join(folder, 'data');
    const before = process.env.BITFRONT_DATA;
    process.env.BITFRONT_DATA = data;
    const set = (...texts: string[]) => texts.flatMap((text) => ['--set', text]);
    const words = [
      ...['sweep', tinyPipeline, '--out', join(folder, 'late')],
      ...set(
        'dataset=dataset-files',
        'dataset.folder=mine',
        'dataset.classes=2',
        'dataset.validationImages=8',
      ),
      ...set('device=device-sram-6t', 'device.bitErrorRate=0', 'encoder.bits=1', 'partitioner.arrayCols=16'),
    ];
    try {
      const missing = await bitfront(words, { cache });
      expect([missing.code, missing.out]).toEqual([3, expect.stringContaining('1 × DATASET_FILE_MISSING')]);
      mkdirSync(join(data, 'mine'), { recursive: true });
      for (const [name, count] of [
        ['train', 64],
        ['test', 16],
      ] as const) {
        writeFileSync(join(data, 'mine', `${name}-images.idx`), idx([count, 4, 4]));
        writeFileSync(join(data, 'mine', `${name}-labels.idx`), idx([count]));
      }
      expect((await bitfront(words, { cache })).code).toBe(0);
    } finally {
      if (before === undefined) delete process.env.BITFRONT_DATA;
      else process.env.BITFRONT_DATA = before;
    }
  }, 30_000);
});

describe('files of others', () => {
  it('in the result folder are moved aside, not written over', async () => {
    const out = join(folder, 'taken');
    write('taken/points.csv', 'mine\n');
    const { code, err } = await bitfront(['sweep', tinyPipeline, '--out', out, '--progress', 'none']);
    expect(code).toBe(0);
    expect(err).toMatch(/tables without a journal; they were moved to .*previous-1/);
    expect(readFileSync(join(out, 'previous-1', 'points.csv'), 'utf8')).toBe('mine\n');
  }, 30_000);

  it.each([
    ['open.csv', 'a,b\n1,"2\n', /CSV_UNREADABLE.*\n.*never closed/],
    ['twice.csv', 'a,a\n1,2\n', /CSV_UNREADABLE.*\n.*Two of its columns/],
  ])('%s is refused by front', (name, text, error) =>
    refused(['front', write(name, text), '--minimise', 'a'], 1, error),
  );

  it('front takes a column whose name holds a comma, and no folder', async () => {
    const { out } = await bitfront([
      'front',
      write('comma.csv', 'id,"e, x"\n1,2\n2,1\n'),
      '--minimise',
      '"e, x"',
    ]);
    expect(out).toBe('id,"e, x"\n2,1\n');
    await refused(['front', folder, '--minimise', 'a'], 1, /CSV_UNREADABLE/);
  }, 30_000);
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it('behind stdout is one error without a stack', () => {
    const run = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
    const script = `"${process.execPath}" "${run}" list 2>&1 >/dev/full; echo $?`;
    const said = execFileSync('sh', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect(said).toMatch(/^error OUTPUT_NOT_WRITTEN: .+\n {2}why: .*ENOSPC.*\n {2}now: .+\n1\n$/);
  });

  it('under the journal is one error without a stack, and the folder is free again', async () => {
    const cache = join(folder, 'full-cache');
    expect((await bitfront(['sweep', tinyPipeline, '--out', join(folder, 'warm')], { cache })).code).toBe(0);
    const out = join(folder, 'full');
    const run = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
    // A limit on the size of files acts as a full disk: the journal needs about 17 KiB, 10 are allowed.
    const script = `ulimit -f 20; "${process.execPath}" "${run}" sweep "${tinyPipeline}" --out "${out}" 2>&1; echo $?`;
    const env = { ...process.env, NO_COLOR: '1', BITFRONT_CACHE: cache };
    const said = execFileSync('sh', ['-c', script], { encoding: 'utf8', env });
    expect(said).toMatch(/^error STORE_DISK_FULL: .*journal\.jsonl.*\n {2}why: .+\n {2}now: .+\n1\n$/);
    expect(readdirSync(out)).toEqual(['journal.jsonl']);
    expect((await bitfront(['sweep', tinyPipeline, '--out', out], { cache })).code).toBe(0);
  }, 30_000);
});

/** An IDX file of bytes; labels alternate between 0 and 1. */
function idx(shape: readonly number[]): Buffer {
  const header = Buffer.from([
    0,
    0,
    8,
    shape.length,
    ...shape.flatMap((size) => [0, 0, size >> 8, size & 255]),
  ]);
  const size = shape.reduce((product, one) => product * one, 1);
  const value = (i: number) => (shape.length === 1 ? i % 2 : (i * 37) % 256);
  return Buffer.concat([header, Uint8Array.from({ length: size }, (_, i) => value(i))]);
}
