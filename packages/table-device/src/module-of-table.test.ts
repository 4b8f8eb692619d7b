import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moduleOfTable } from './module-of-table.ts';
import { open, table } from './table.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-table-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('moduleOfTable', () => {
  it('can be imported in a worker thread, where the device runs', async () => {
    const path = join(folder, 'My_Table 2.csv');
    writeFileSync(path, `\uFEFF${table.replaceAll('\n', '\r\n').replace('by eye', 'µ "" by eye')}`);
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData.module).then(({ default: device }) => {
        const memory = device.run({}, workerData.parameters);
        parentPort.postMessage({ name: device.name, memory });
      });`;
    const workerData = { module: moduleOfTable(path), parameters: { ...open, condition: 'weak' } };
    const worker = new Worker(code, { eval: true, workerData });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(answer).toMatchObject({ name: 'my-table-2', memory: { write: { energyFjPerBit: 500 } } });
  });

  it('is another address for another content, and refuses a wrong file at once', () => {
    const path = join(folder, '1st.csv');
    writeFileSync(path, table);
    const before = moduleOfTable(path);
    expect(decodeURIComponent(before)).toContain('"table-1st"');
    writeFileSync(path, table.replace('0.03', '0.04'));
    expect(moduleOfTable(path)).not.toBe(before);
    writeFileSync(path, table.replace('0.03', '1.03'));
    expect(() => moduleOfTable(path)).toThrow(/Line 8 of "1st.csv" gives flipPlusToMinus the value "1.03"/);
  });
});
