export { gunzipped, isGzip } from './gunzipped.ts';
export { type IdxArray, type IdxType, type IdxValues, readIdx } from './read-idx.ts';
