/**
 * The CRC-32 of every entry that the central directory of a ZIP archive names; fflate unpacks without checking them.
 * Source: PKWARE, "APPNOTE.TXT, .ZIP file format specification", sections 4.3.12 and 4.3.16.
 */
export function zipSums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const sums = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entrySignature) break;
    const nameLength = view.getUint16(at + 28, true);
    // Copied first: a text decoder refuses memory that threads share.
    const name = new TextDecoder().decode(bytes.slice(at + 46, at + 46 + nameLength));
    sums.set(name, view.getUint32(at + 16, true));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;

/** Searched from the end, because a comment of any length may follow it. */
function endOfDirectory(view: DataView): number {
  let at = view.byteLength - 22;
  while (view.getUint32(at, true) !== endSignature) at--;
  return at;
}
