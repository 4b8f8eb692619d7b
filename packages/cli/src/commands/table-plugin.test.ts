import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bitfront, emptyFolder, tinyPipeline } from '../fixtures/bitfront.ts';

const folder = emptyFolder();
const file = join(folder, 'My_Table.csv');
const rows = 'condition,writeEnergyPj,bitErrorRate,how\nstrong,20,0,measured\nweak,0.5,0.25,measured\n';
const open = {
  nodeNm: 22,
  supplyV: 0.9,
  sensing: 'single-ended',
  writeTimeNs: 100,
  writeVoltageV: 2,
  readEnergyFj: 20,
  readTimeNs: 5,
  cellAreaF2: 48,
  aspectRatio: 3,
  standbyPowerNwPerBit: 0,
};

describe('a table as --plugin', () => {
  it('is swept over its conditions in worker threads', async () => {
    writeFileSync(file, `\uFEFF# cite: Nobody, table 1\r\n${rows.replaceAll('\n', '\r\n')}`);
    const out = join(folder, 'results');
    const settings = Object.entries({ ...open, condition: 'strong,weak' }).flatMap(([name, value]) => [
      '--set',
      `device.${name}=${value}`,
    ]);
    const words = ['sweep', tinyPipeline, '--plugin', file, '--set', 'device=my-table', ...settings];
    const { code, err } = await bitfront([...words, '--out', out, '--threads', '2', '--progress', 'none']);
    expect([code, err]).toEqual([0, '']);
    const [header = '', ...points] = readFileSync(join(out, 'points.csv'), 'utf8').trim().split('\n');
    const at = (column: string) => header.split(',').indexOf(column);
    // Cells before these columns hold no commas but those of the list of hidden widths, which has one entry.
    const figures = points.map((point) => {
      const cells = point.split(',');
      return ['device.condition', 'flipPlusToMinus', 'writeEnergyFjPerBit'].map((name) => cells[at(name)]);
    });
    expect(figures.filter(([condition]) => condition === 'strong')).toHaveLength(4);
    for (const [condition, ...rest] of figures)
      expect(rest).toEqual(condition === 'strong' ? ['0', '20000'] : ['0.25', '500']);
    const { plugins } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as {
      plugins: readonly { name: string }[];
    };
    expect(plugins.map(({ name }) => name)).toContain('my-table');
  });

  it('runs alone, and is refused with file, line and column', async () => {
    const params = JSON.stringify({ ...open, condition: 'weak' });
    const alone = await bitfront(['run', file, '--params', params]);
    expect([alone.code, alone.err]).toEqual([0, '']);
    expect(JSON.parse(alone.out)).toMatchObject({ write: { energyFjPerBit: 500 } });
    const loud = join(folder, 'LOUD.CSV');
    writeFileSync(loud, rows);
    expect((await bitfront(['run', loud, '--params', params])).out).toBe(alone.out);
    writeFileSync(file, rows.replace('0.25', '2.5'));
    const wrong = await bitfront(['run', file, '--params', params]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(
      /TABLE_VALUE_INVALID.*Line 3 of "My_Table.csv" gives bitErrorRate the value "2.5"/,
    );
  });
});
