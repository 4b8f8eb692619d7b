import { bitfrontError } from '@bitfront/errors';
import { ArenaMatrix, rowBytesOf } from './arena-matrix.ts';
import type { BitMatrix, ByteMatrix, F32Matrix, I16Matrix, I32Matrix, Matrix } from './matrix.ts';
import type { WasmMemory } from './webassembly.ts';

/** A place in the arena; everything allocated after it can be released at once. */
export interface ArenaMark {
  readonly matrices: number;
}

/** Allocates upwards in the memory of one set of kernels. Everything it hands out is zero-filled. */
export interface Arena {
  /** KERNEL_SIZE_INVALID, KERNEL_MEMORY_EXHAUSTED; the same for the four below. */
  f32(rows: number, columns: number): F32Matrix;
  i32(rows: number, columns: number): I32Matrix;
  i16(rows: number, columns: number): I16Matrix;
  bits(rows: number, columns: number): BitMatrix;
  bytes(rows: number, columns: number): ByteMatrix;
  /**
   * The same memory seen as a matrix of another shape, no larger with its padding than `matrix`. It is given back
   * together with it. KERNEL_SIZE_INVALID.
   */
  reshape<M extends Matrix>(matrix: M, rows: number, columns: number): M;
  /** Remembers the current end of the arena. */
  mark(): ArenaMark;
  /** Gives back everything allocated since the mark; such matrices are refused from then on. */
  release(mark: ArenaMark): void;
  /** Gives back everything. */
  reset(): void;
  /** Whether the matrix was allocated here. */
  owns(matrix: Matrix): boolean;
  /** Bytes in use, including alignment. */
  readonly usedBytes: number;
}

/** Below are tables of products (assembly/bit-tables.ts); and kernels use address 0 for "none". */
const firstByte = 34_816;
const alignment = 64;
const pageBytes = 65_536;
const growthPages = 16;

export class KernelArena implements Arena {
  readonly #memory: WasmMemory;
  readonly #maximumBytes: number;
  readonly #matrices: { released: boolean; readonly byteOffset: number; readonly byteLength: number }[] = [];
  readonly #owned = new WeakSet<object>();
  /** Memory behind it was never written. */
  #touchedBytes = firstByte;

  constructor(memory: WasmMemory, maximumBytes: number) {
    this.#memory = memory;
    this.#maximumBytes = maximumBytes;
  }

  f32(rows: number, columns: number): F32Matrix {
    return this.#allocate('f32', rows, columns);
  }

  i32(rows: number, columns: number): I32Matrix {
    return this.#allocate('i32', rows, columns);
  }

  i16(rows: number, columns: number): I16Matrix {
    return this.#allocate('i16', rows, columns);
  }

  bits(rows: number, columns: number): BitMatrix {
    return this.#allocate('bits', rows, columns);
  }

  bytes(rows: number, columns: number): ByteMatrix {
    return this.#allocate('bytes', rows, columns);
  }

  reshape<M extends Matrix>(matrix: M, rows: number, columns: number): M {
    const { kind, byteOffset } = matrix;
    const fits = isCount(rows) && isCount(columns) && rows * rowBytesOf(kind, columns) <= matrix.byteLength;
    if (!fits) throw bitfrontError('KERNEL_SIZE_INVALID', { kind, rows, columns });
    const seen = new ArenaMatrix(kind, this.#memory, byteOffset, rows, columns, matrix);
    this.#owned.add(seen);
    return seen as unknown as M;
  }

  mark(): ArenaMark {
    return { matrices: this.#matrices.length };
  }

  release(mark: ArenaMark): void {
    for (const matrix of this.#matrices.splice(mark.matrices)) matrix.released = true;
  }

  reset(): void {
    this.release({ matrices: 0 });
  }

  owns(matrix: Matrix): boolean {
    return this.#owned.has(matrix);
  }

  get usedBytes(): number {
    const last = this.#matrices.at(-1);
    return last === undefined ? firstByte : alignUp(last.byteOffset + last.byteLength);
  }

  /** Address of bytes beyond the last matrix, for the length of one operation; their content is undefined. */
  scratch(bytes: number): number {
    const start = this.usedBytes;
    this.#reserve(start + bytes);
    this.#touchedBytes = Math.max(this.#touchedBytes, start + bytes);
    return start;
  }

  /** Integers at an address of the scratch space. */
  integersAt(address: number, count: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#memory.buffer, address, count);
  }

  #allocate<Kind extends Matrix['kind']>(kind: Kind, rows: number, columns: number): ArenaMatrix<Kind> {
    if (!isCount(rows) || !isCount(columns))
      throw bitfrontError('KERNEL_SIZE_INVALID', { kind, rows, columns });
    const start = this.usedBytes;
    this.#reserve(start + rows * rowBytesOf(kind, columns));
    const matrix = new ArenaMatrix(kind, this.#memory, start, rows, columns);
    // Fresh memory is zero, and takes no space before it is touched.
    const used = Math.min(this.#touchedBytes - start, matrix.byteLength);
    if (used > 0) new Uint8Array(this.#memory.buffer, start, used).fill(0);
    this.#touchedBytes = Math.max(this.#touchedBytes, start + matrix.byteLength);
    this.#matrices.push(matrix);
    this.#owned.add(matrix);
    return matrix;
  }

  #reserve(neededBytes: number): void {
    const missing = neededBytes - this.#memory.buffer.byteLength;
    if (missing <= 0) return;
    const maximumBytes = this.#maximumBytes;
    if (neededBytes > maximumBytes)
      throw bitfrontError('KERNEL_MEMORY_EXHAUSTED', { neededBytes, maximumBytes });
    // By half at least: every growth makes new views of everything.
    const half = this.#memory.buffer.byteLength / 2;
    const pages = Math.ceil(Math.max(missing, half) / pageBytes);
    const room = Math.floor((maximumBytes - this.#memory.buffer.byteLength) / pageBytes);
    try {
      this.#memory.grow(Math.min(Math.ceil(pages / growthPages) * growthPages, room));
    } catch (cause) {
      throw bitfrontError('KERNEL_MEMORY_EXHAUSTED', { neededBytes, maximumBytes }, { cause });
    }
  }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function alignUp(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
