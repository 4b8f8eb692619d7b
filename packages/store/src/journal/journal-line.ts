import { crc32 } from 'node:zlib';
import type { JournalEvent } from './journal-event.ts';

/** A line is `{"crc":"<8 hex digits>","event":<JSON>}`: itself JSON, so that other tools can read a journal. */
const prefix = Buffer.from('{"crc":"');
const middle = Buffer.from('","event":');
const eventStart = prefix.length + 8 + middle.length;

/** The line of an event with its line feed; the checksum is over the UTF-8 bytes of the event's JSON. */
export function journalLine(event: JournalEvent): string {
  const text = JSON.stringify(event);
  return `{"crc":"${crc32(text).toString(16).padStart(8, '0')}","event":${text}}\n`;
}

/** The event of a line without its line feed, or nothing if the line is damaged. */
export function parseJournalLine(line: Buffer): JournalEvent | undefined {
  const text = eventText(line);
  return text === undefined ? undefined : (JSON.parse(text) as JournalEvent);
}

/** The event of a line as JSON, or nothing if the line is damaged. */
export function eventText(line: Buffer): string | undefined {
  return isIntact(line) ? line.toString('utf8', eventStart, line.length - 1) : undefined;
}

/** Whether a line without its line feed has the form and the checksum of a journal's line. */
export function isIntact(line: Buffer): boolean {
  if (line.length <= eventStart + 1 || line[line.length - 1] !== 0x7d) return false;
  if (prefix.compare(line, 0, prefix.length) !== 0) return false;
  if (middle.compare(line, prefix.length + 8, eventStart) !== 0) return false;
  const sum = Number.parseInt(line.toString('latin1', prefix.length, prefix.length + 8), 16);
  return sum === crc32(line.subarray(eventStart, line.length - 1));
}

/** Whether these bytes may be the beginning of a torn line: of our form as far as they go, or never written. */
export function isTornStart(bytes: Buffer): boolean {
  const compared = Math.min(bytes.length, prefix.length);
  return prefix.compare(bytes, 0, compared, 0, compared) === 0 || bytes.every((byte) => byte === 0);
}
