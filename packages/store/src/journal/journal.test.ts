import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEvent, RowEvent } from './journal-event.ts';
import { openJournalReader } from './journal-reader.ts';
import { openJournal } from './open-journal.ts';
import { scanJournal } from './scan-journal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-journal-'));
  file = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a journal', () => {
  test('gives back events and offsets, and each of its lines is JSON', async () => {
    const events = [{ t: 'run', pipeline: 'µ "quoted"\n𝄞' }, row(1), row(2), { t: 'end', points: 2 }];
    const journal = openJournal(file);
    const offsets = events.map((event) => journal.append(event));
    await journal.sync();
    const size = statSync(file).size;
    expect(journal.bytes).toBe(size);
    journal.close();
    journal.close();
    expect(await scanned()).toEqual({
      events,
      offsets,
      counts: { events: 4, damagedLines: 0, tornBytes: 0 },
    });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(events);
    const reader = openJournalReader(file);
    expect(offsets.toReversed().map((offset) => reader.at(offset))).toEqual(events.toReversed());
    reader.close();
  });

  test('has the checksum that CRC-32 is published with', () => {
    const journal = openJournal(file);
    journal.append({ t: '' });
    journal.close();
    // CRC-32 of the 8 bytes {"t":""}, by the bitwise definition below.
    expect(readFileSync(file, 'utf8')).toBe(`{"crc":"${bitwiseCrc32('{"t":""}')}","event":{"t":""}}\n`);
    expect(bitwiseCrc32('123456789')).toBe('cbf43926');
  });

  test('reaches the disk by itself within a moment', async () => {
    const journal = openJournal(file);
    journal.append(row(1));
    expect(statSync(file).size).toBe(0);
    await expect.poll(() => statSync(file).size, { timeout: 5000 }).toBe(journal.bytes);
    journal.append(row(2));
    journal.flush();
    expect(statSync(file).size).toBe(journal.bytes);
    journal.append(row(3));
    journal.syncNow();
    expect(statSync(file).size).toBe(journal.bytes);
    const large = 'x'.repeat(300 * 1024);
    journal.append({ t: 'note', large });
    expect(statSync(file).size).toBe(journal.bytes);
    journal.close();
    expect(() => journal.append(row(4))).toThrow(expect.objectContaining({ code: 'JOURNAL_CLOSED' }));
  });

  test('torn at any byte of its last line keeps all lines before it', async () => {
    const whole = journalOf([row(1), row(2), row(3)]);
    const lastStart = whole.subarray(0, -1).lastIndexOf(0x0a) + 1;
    for (let length = lastStart; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      const journal = openJournal(file);
      expect(journal.lostBytes).toBe(length - lastStart);
      expect(journal.append(row(9))).toBe(lastStart);
      journal.close();
      expect((await scanned()).events).toEqual([row(1), row(2), row(9)]);
    }
  });

  test('torn at any byte of its first line starts anew', () => {
    const whole = journalOf([{ t: 'run' }]);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      const journal = openJournal(file);
      expect([journal.bytes, journal.lostBytes]).toEqual([0, length]);
      journal.close();
    }
  });

  test('ending in zeros or in damaged lines, as after a power loss, is cut after its last valid line', async () => {
    const good = journalOf([row(1)]);
    for (const end of [Buffer.alloc(5000), Buffer.from('{"crc":"00000000","event":{}}\nnonsense\n{"crc"')]) {
      writeFileSync(file, Buffer.concat([good, end]));
      const journal = openJournal(file);
      expect(journal.lostBytes).toBe(end.length);
      journal.close();
      expect((await scanned()).events).toEqual([row(1)]);
    }
  });

  test('cuts an end off that is longer than one window of the search', () => {
    const good = journalOf([row(1)]);
    writeFileSync(file, Buffer.concat([good, Buffer.alloc(3_000_000)]));
    const journal = openJournal(file);
    expect([journal.bytes, journal.lostBytes]).toEqual([good.length, 3_000_000]);
    journal.close();
  });

  test('damaged at any byte in the middle loses that line only', async () => {
    const whole = journalOf([row(1), row(2), row(3)]);
    const start = whole.indexOf(0x0a) + 1;
    const end = whole.indexOf(0x0a, start);
    for (let at = start; at < end; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      writeFileSync(file, changed);
      const { events, counts } = await scanned();
      expect(events).toEqual([row(1), row(3)]);
      expect(counts.damagedLines).toBeGreaterThanOrEqual(1);
    }
  });

  test('is not made of a file that is something else', () => {
    for (const content of ['a thesis\nof many lines\n', 'one line']) {
      writeFileSync(file, content);
      expect(() => openJournal(file)).toThrow(expect.objectContaining({ code: 'JOURNAL_FOREIGN' }));
      expect(readFileSync(file, 'utf8')).toBe(content);
    }
  });

  test('that does not exist has no events', async () => {
    expect(await scanJournal(file, () => expect.unreachable())).toEqual({
      events: 0,
      damagedLines: 0,
      tornBytes: 0,
    });
  });

  test('survives lines longer than any buffer, and its reader follows its growth', async () => {
    const events = Array.from({ length: 40 }, (_, i) => ({
      t: 'note',
      text: String(i).repeat(1 + i * i * 100),
    }));
    events.push({ t: 'note', text: 'y'.repeat(2_500_000) });
    const journal = openJournal(file);
    const first = journal.append({ t: 'run' });
    journal.flush();
    const reader = openJournalReader(file);
    expect(reader.at(first)).toEqual({ t: 'run' });
    const offsets = events.map((event) => journal.append(event));
    journal.flush();
    expect(offsets.map((offset) => reader.at(offset))).toEqual(events);
    expect((await scanned()).offsets).toEqual([first, ...offsets]);
    expect(() => reader.at(first + 1)).toThrow(expect.objectContaining({ code: 'JOURNAL_EVENT_MISSING' }));
    expect(() => reader.at(1e12)).toThrow(expect.objectContaining({ code: 'JOURNAL_EVENT_MISSING' }));
    reader.close();
    journal.close();
  });

  test('reports a torn end while it is being written to', async () => {
    journalOf([row(1)]);
    appendFileSync(file, '{"crc":"12');
    expect((await scanned()).counts).toEqual({ events: 1, damagedLines: 0, tornBytes: 10 });
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a failed background write comes back from the next call',
    async () => {
      // Linux answers every write to this device with ENOSPC.
      const journal = openJournal('/dev/full');
      journal.append(row(1));
      await sleep(400);
      const full = expect.objectContaining({ code: 'STORE_DISK_FULL' });
      expect(() => journal.append(row(2))).toThrow(full);
      await expect(journal.sync()).rejects.toThrow(full);
      expect(() => journal.close()).toThrow(full);
    },
  );
});

function row(number: number): RowEvent {
  const id = number.toString(16).padStart(16, '0');
  return { t: 'row', id, status: 'ok', measures: [number / 7, 'x', null], evidence: 'm' };
}

function journalOf(events: readonly JournalEvent[]): Buffer {
  rmSync(file, { force: true });
  const journal = openJournal(file);
  for (const event of events) journal.append(event);
  journal.close();
  return readFileSync(file);
}

async function scanned() {
  const events: JournalEvent[] = [];
  const offsets: number[] = [];
  const counts = await scanJournal(file, (event, offset) => {
    events.push(event);
    offsets.push(offset);
  });
  return { events, offsets, counts };
}

function bitwiseCrc32(text: string): string {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (~crc >>> 0).toString(16).padStart(8, '0');
}
