/** What a NPY header says: a Python dictionary of exactly these three keys. */
export interface NpyHeader {
  /** Byte order and type: `<f4`, `|u1`, `>i2`. */
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

/** The header's dictionary, keys in any order; nothing when it is not one (records have a list as `descr`). */
export function parseHeader(text: string): NpyHeader | undefined {
  const body = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1];
  if (body === undefined) return undefined;
  const descr = /['"]descr['"]\s*:\s*(?:(['"])([^'"]*)\1|(\[))/.exec(body);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(body)?.[1];
  const sizes = /['"]shape['"]\s*:\s*\(([\d\s,L]*)\)/.exec(body)?.[1];
  if (descr === null || order === undefined || sizes === undefined) return undefined;
  const shape = (sizes.match(/\d+/g) ?? []).map(Number);
  return { descr: descr[2] ?? ' records', fortranOrder: order === 'True', shape };
}
