/** How the JSON of a row that went well begins; the id has 16 digits. */
const rowStart = '{"t":"row","id":"0123456789abcdef","status":"ok","measures":[';
const idStart = rowStart.indexOf('0123');
const afterId = rowStart.slice(rowStart.indexOf('","status"'));

/**
 * The measures of a row as they stand in its JSON, which is how CSV writes finite numbers too: shortest round-trip
 * form, joined by commas. Nothing for rows that failed, hold a text or lack a value; those are parsed.
 */
export function measuresText(json: string): string | undefined {
  if (!json.startsWith(afterId, rowStart.length - afterId.length)) return undefined;
  const end = json.indexOf(']', rowStart.length);
  const text = json.slice(rowStart.length, end);
  return /["n]/.test(text) ? undefined : text;
}

/** The id of a row, from its JSON. */
export function idText(json: string): string {
  return json.slice(idStart, idStart + 16);
}

/** The value at one place of such a text. */
export function numberAt(text: string, place: number): number {
  let start = 0;
  for (let skipped = 0; skipped < place; skipped++) start = text.indexOf(',', start) + 1;
  const end = text.indexOf(',', start);
  return Number(end < 0 ? text.slice(start) : text.slice(start, end));
}
