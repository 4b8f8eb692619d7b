import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findReproduction, reproductions, reproductionTable, tableColumns } from '@bitfront/reproductions';
import { describe, expect, it } from 'vitest';
import { readRows } from '../summary/read-rows.ts';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';
import { runStudy } from './run-study.ts';

const committed = (paper: string) =>
  readRows(join(import.meta.dirname, '..', '..', '..', '..', 'results', 'reproductions', `${paper}.csv`));

describe('the committed tables', () => {
  it.each(reproductions)(
    'have a line for every claim, as it stands in the code: $paper',
    ({ paper, claims }) => {
      const rows = committed(paper);
      expect(rows.map(({ claim }) => claim)).toEqual(claims.map(({ claim }) => claim));
      for (const [at, row] of rows.entries()) {
        expect(Object.keys(row)).toEqual([...tableColumns]);
        expect(row.published).toBe(String(claims[at]?.published));
        expect(['reproduced', 'direction only', 'not reproduced']).toContain(row.verdict);
      }
    },
  );

  it('are found again where that is cheap: cells and codes, without any network', async () => {
    const places = { ...findPlaces(), cache: mkdtempSync(join(tmpdir(), 'bitfront-cache-')) };
    const folder = mkdtempSync(join(tmpdir(), 'bitfront-studies-'));
    const { name, executor } = await openExecutor('inline', 1, places.pluginFolders);
    const quiet = { progress: () => undefined, notice: () => undefined, end: () => undefined };
    const signal = new AbortController().signal;
    const place = { executor, executorName: name, places, folder, signal, progress: quiet };
    const { rows } = await runStudy('differential-cells', place);
    await executor.close();
    const [pairs] = findReproduction('bocquet-2018-2t2r');
    if (pairs === undefined) throw new TypeError('no such paper');
    const again = reproductionTable(pairs, { rows: () => rows });
    expect(texts(again)).toEqual(texts(committed(pairs.paper)));
  });

  it('are found again where nothing is trained: circuits, and counts of crossbars', () => {
    const [circuits] = findReproduction('circuits');
    const [subImages] = findReproduction('oh-2023-subimage');
    if (circuits === undefined || subImages === undefined) throw new TypeError('no such papers');
    const none = { rows: () => [] };
    expect(texts(reproductionTable(circuits, none))).toEqual(texts(committed('circuits')));
    const counted = subImages.claims.filter(({ claim }) => !/^Accuracy/.test(claim));
    expect(counted.length).toBeGreaterThan(10);
    const lines = committed('oh-2023-subimage').filter(({ claim }) => !/^Accuracy/.test(claim ?? ''));
    expect(texts(reproductionTable({ ...subImages, claims: counted }, none))).toEqual(texts(lines));
  });
});

const texts = (rows: readonly object[]) =>
  rows.map((row) => tableColumns.map((column) => String((row as Readonly<Record<string, unknown>>)[column])));
