import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomStream } from '@bitfront/math';
import { copyRows } from '../csv/copy-rows.ts';
import { frontOfFile } from '../csv/front-of-file.ts';
import { readColumns } from '../csv/read-columns.ts';
import { writePieces } from '../csv/write-pieces.ts';

const rows = 1_000_000;

export interface FrontBench {
  readonly rows: number;
  readonly frontSize: number;
  readonly readSeconds: number;
  readonly frontSeconds: number;
  readonly writeSeconds: number;
  readonly seconds: number;
  readonly peakMemoryMiB: number;
}

/** What `bitfront front` does with a million rows of three uniform objectives. */
export async function benchFront(): Promise<FrontBench> {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-bench-'));
  try {
    const file = join(folder, 'points.csv');
    writePoints(file);
    const [start, read] = [performance.now(), readColumns(file, ['a', 'b', 'c'], [])];
    const afterRead = performance.now();
    const front = frontOfFile(read, [false, false, false]);
    const afterFront = performance.now();
    await writePieces(join(folder, 'front.csv'), copyRows(file, read, front));
    const end = performance.now();
    return {
      rows,
      frontSize: front.length,
      readSeconds: (afterRead - start) / 1000,
      frontSeconds: (afterFront - afterRead) / 1000,
      writeSeconds: (end - afterFront) / 1000,
      seconds: (end - start) / 1000,
      peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writePoints(file: string): void {
  const random = randomStream('1', 'bench-front');
  const handle = openSync(file, 'w');
  writeSync(handle, 'pointId,a,b,c\n');
  for (let done = 0; done < rows; done += 10_000) {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `${done + i},${random.uniform()},${random.uniform()},${random.uniform()}\n`,
    );
    writeSync(handle, lines.join(''));
  }
  closeSync(handle);
}
