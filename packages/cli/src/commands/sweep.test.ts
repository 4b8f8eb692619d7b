import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bitfront, emptyFolder, type Ended, startBitfront, tinyPipeline } from '../fixtures/bitfront.ts';

const folder = emptyFolder();
const cache = join(folder, 'cache');
const out = join(folder, 'results');
const read = (name: string, where = out): string => readFileSync(join(where, name), 'utf8');
let first: Ended;

beforeAll(async () => {
  first = await bitfront(['sweep', tinyPipeline, '--out', out, '--progress', 'json'], { cache });
});

describe('bitfront sweep', () => {
  it('writes the five files and tells the front, the winners, and who never wins', () => {
    expect(first.code).toBe(0);
    expect(first.out).toContain('complete: 12 of 12 points');
    expect(first.out).toContain('who wins where');
    expect(first.out).toMatch(
      /device-rram-2t2r-lognormal: even its best design is dominated by one of device-sram-6t/,
    );
    expect(read('points.csv').split('\n')).toHaveLength(14);
    expect(read('front.svg')).toContain('Error rate (%)');
    expect(JSON.parse(read('run.json'))).toMatchObject({
      schemaVersion: 1,
      pipeline: 'tiny',
      points: { ok: 12, failed: 0 },
    });
    expect(read('journal.jsonl').length).toBeGreaterThan(100);
  });

  it('tells progress as one JSON object per line on stderr', () => {
    const events = first.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly type: string; readonly done?: number });
    expect(events.at(-1)).toMatchObject({ type: 'progress', done: 12 });
  });

  it('does nothing twice', async () => {
    const before = read('points.csv');
    const again = await bitfront(['sweep', tinyPipeline, '--out', out, '--progress', 'none'], { cache });
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain('all of them from earlier runs');
    expect(read('points.csv')).toBe(before);
  });

  it('gives the same bytes with another executor and no cache', async () => {
    const other = join(folder, 'inline');
    const { code } = await bitfront([
      'sweep',
      tinyPipeline,
      '--out',
      other,
      '--executor',
      'inline',
      '--no-cache',
    ]);
    expect(code).toBe(0);
    for (const name of ['points.csv', 'front.csv', 'front.svg']) expect(read(name, other)).toBe(read(name));
  });

  it('front filters points.csv into front.csv', async () => {
    const objectives = 'errorRate,areaUm2,energyPjPerInference';
    expect((await bitfront(['front', join(out, 'points.csv'), '--minimise', objectives])).out).toBe(
      read('front.csv'),
    );
  });

  it('explain shows a point and the command that runs it alone', async () => {
    const point = read('front.csv').split('\n')[1]?.split(',')[0] ?? '';
    const { code, out: text } = await bitfront(['explain', out, point]);
    expect(code).toBe(0);
    expect(text).toContain(`point ${point}: ok`);
    expect(text).toContain('bitfront sweep tiny --set dataset=dataset-synthetic');
    expect((await bitfront(['explain', out, 'feed'])).code).toBe(2);
  });

  it('a failing point is a row and exit code 3', async () => {
    const plugin = join(folder, 'broken.ts');
    cpSync(join(import.meta.dirname, '..', '..', 'templates', 'device', 'plugin.ts'), plugin);
    const source = readFileSync(plugin, 'utf8').replace(
      'model: (p) => ({',
      "model: (p) => (p.bitErrorRate === 0.5 ? JSON.parse('{') : {",
    );
    writeFileSync(plugin, source);
    const values = {
      nodeNm: 22,
      supplyV: 0.9,
      cellAreaUm2: 0.05,
      readVoltageV: 0.2,
      readCurrentUa: 10,
      readTimeNs: 5,
      writeEnergyFjPerBit: 9,
      writeTimeNs: 5,
      writeVoltageV: 1,
    };
    const settings = Object.entries(values).flatMap(([name, value]) => ['--set', `device.${name}=${value}`]);
    const failed = join(folder, 'failed');
    const words = [
      'sweep',
      tinyPipeline,
      '--plugin',
      plugin,
      '--set',
      'device=plugin-name',
      ...settings,
      '--set',
      'device.bitErrorRate=0.1,0.5',
    ];
    const {
      code,
      out: text,
      err,
    } = await bitfront([...words, '--out', failed, '--progress', 'none'], { cache });
    expect(err).toBe('');
    expect(code).toBe(3);
    expect(text).toContain('4 points failed');
    expect(read('points.csv', failed)).toContain(',failed,STAGE_THREW,');
  });
});

describe('bitfront plan', () => {
  it('counts points and calls, exactly for heavy stages', async () => {
    const { code, out: text } = await bitfront(['plan', tinyPipeline, '--json']);
    expect(code).toBe(0);
    const plan = JSON.parse(text) as {
      readonly points: number;
      readonly calls: readonly { readonly plugin: string }[];
    };
    expect(plan.points).toBe(12);
    // One training for both encodings, since training sees grey levels either way.
    expect(plan.calls).toContainEqual({
      slot: 'trainer',
      plugin: 'trainer-bnn',
      weight: 'heavy',
      calls: 1,
      exact: true,
    });
  });

  it('takes settings from the command line', async () => {
    const { out: text } = await bitfront([
      'plan',
      tinyPipeline,
      '--json',
      '--set',
      'device=device-sram-6t',
      '--set',
      'encoder.bits=1,2,3',
    ]);
    expect((JSON.parse(text) as { readonly points: number }).points).toBe(12);
  });
});

describe('Ctrl-C', () => {
  const long = [
    'sweep',
    tinyPipeline,
    '--set',
    'trainer.epochs=3000',
    '--set',
    'dataset.trainImages=20000',
    '--progress',
    'json',
    '--no-cache',
  ];

  it('once: says so, ends within its time with 130 and how to go on; twice: at once', async () => {
    const { child, ended, said } = startBitfront([...long, '--out', join(folder, 'interrupted')]);
    while (!said.err.includes('"plugin":"trainer-bnn"'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    // What npm and the terminal both deliver counts once.
    child.kill('SIGINT');
    while (!said.err.includes('Interrupted: finishing'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(child.exitCode).toBe(null);
    await new Promise((resolve) => setTimeout(resolve, 800));
    const second = performance.now();
    if (child.exitCode === null) child.kill('SIGINT');
    const { code } = await ended;
    expect(code).toBe(130);
    expect(performance.now() - second).toBeLessThan(5_000);
  });
});
