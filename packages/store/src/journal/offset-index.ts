import { bitfrontError } from '@bitfront/errors';

const shardCount = 256;
const fullest = 0.75;

/**
 * Where each point's row stands in the journal: 64-bit ids (16 lower-case hexadecimal digits) to byte offsets, in typed arrays.
 * 1e7 entries take 268 MB: 256 shards of open addressing, which grow one at a time, so growing needs little more.
 * Ids are hashes, hence evenly spread without further mixing.
 */
export class OffsetIndex {
  readonly #shards: Shard[] = Array.from({ length: shardCount }, () => emptyShard(16));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds or replaces an entry. Throws STORE_KEY_INVALID. */
  set(id: string, offset: number): void {
    const { high, low } = halves(id);
    const number = high >>> 24;
    let shard = this.#shards[number] as Shard;
    if (shard.used >= fullest * shard.offsets.length) {
      shard = grown(shard);
      this.#shards[number] = shard;
    }
    if (put(shard, high, low, offset)) this.#size++;
  }

  /** The offset of an id, or nothing. Throws STORE_KEY_INVALID. */
  get(id: string): number | undefined {
    const { high, low } = halves(id);
    const shard = this.#shards[high >>> 24] as Shard;
    const stored = shard.offsets[slotOf(shard, high, low)] as number;
    return stored === 0 ? undefined : stored - 1;
  }
}

/** Offsets are stored plus 1, so that 0 means empty; doubles hold them exactly up to 8 PiB. */
interface Shard {
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
  readonly offsets: Float64Array;
  used: number;
}

function emptyShard(slots: number): Shard {
  return {
    highs: new Uint32Array(slots),
    lows: new Uint32Array(slots),
    offsets: new Float64Array(slots),
    used: 0,
  };
}

function grown(shard: Shard): Shard {
  const larger = emptyShard(2 * shard.offsets.length);
  shard.offsets.forEach((stored, slot) => {
    if (stored !== 0) put(larger, shard.highs[slot] as number, shard.lows[slot] as number, stored - 1);
  });
  return larger;
}

/** Returns whether the entry is new. */
function put(shard: Shard, high: number, low: number, offset: number): boolean {
  const slot = slotOf(shard, high, low);
  const isNew = shard.offsets[slot] === 0;
  shard.highs[slot] = high;
  shard.lows[slot] = low;
  shard.offsets[slot] = offset + 1;
  if (isNew) shard.used++;
  return isNew;
}

/** The slot that holds the id, or the empty one where it belongs. The number of slots is a power of two. */
function slotOf({ highs, lows, offsets }: Shard, high: number, low: number): number {
  const mask = offsets.length - 1;
  let slot = low & mask;
  while (offsets[slot] !== 0 && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & mask;
  return slot;
}

function halves(id: string): { high: number; low: number } {
  const high = id.length === 16 ? wordAt(id, 0) : Number.NaN;
  const low = wordAt(id, 8);
  if (Number.isNaN(high + low)) {
    throw bitfrontError('STORE_KEY_INVALID', {
      key: id,
      kind: 'point id',
      expected: '16 hexadecimal digits',
    });
  }
  return { high, low };
}

/** Eight lower-case hexadecimal digits as a number, NaN if they are none; several times faster than `Number('0x…')`. */
function wordAt(text: string, from: number): number {
  let word = 0;
  for (let at = from; at < from + 8; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) word = 16 * word + code - 48;
    else if (code >= 97 && code <= 102) word = 16 * word + code - 87;
    else return Number.NaN;
  }
  return word;
}
