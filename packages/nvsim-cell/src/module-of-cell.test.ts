import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moduleOfCell } from './module-of-cell.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-cell-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text =
  '// "quotes" and ünicode\n-CellArea (F^2): 4\n-CellAspectRatio: 1\n-ReadEnergy (pJ): 1\n-SetPulse (ns): 1\n';

describe('moduleOfCell', () => {
  it('can be imported in a worker thread, where the device runs', async () => {
    const path = join(folder, 'My_cell 2.cell');
    writeFileSync(path, text);
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData.module).then(({ default: device }) => {
        const memory = device.run({}, workerData.parameters);
        parentPort.postMessage({ name: device.name, memory });
      });`;
    const parameters = {
      nodeNm: 1000,
      supplyV: 1,
      flipPlusToMinus: 0.1,
      flipMinusToPlus: 0.2,
      readTimeNs: 3,
      writeEnergyFj: 7,
      writeTimeNs: 9,
      writeVoltageV: 2,
    };
    const worker = new Worker(code, { eval: true, workerData: { module: moduleOfCell(path), parameters } });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(answer).toMatchObject({
      name: 'my-cell-2',
      memory: {
        cell: { areaUm2PerBit: 4 },
        read: { energyFjPerBit: 1000, latencyNs: 3 },
        write: { energyFjPerBit: 7 },
      },
    });
  });

  it('is another address for another content, and refuses a wrong file at once', () => {
    const path = join(folder, 'a.cell');
    writeFileSync(path, text);
    const before = moduleOfCell(path);
    writeFileSync(path, `${text}-SetPulse (ns): 2\n`);
    expect(moduleOfCell(path)).not.toBe(before);
    writeFileSync(path, '-CellArea (um^2): 4');
    expect(() => moduleOfCell(path)).toThrow(/Line 1 of "a.cell" gives CellArea in "um\^2"/);
  });
});
