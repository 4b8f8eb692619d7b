/** The files of a public dataset, for `bitfront dataset fetch`, `verify` and `info`. */
export interface DatasetFiles {
  /** Also the folder that holds the files, below a data folder. */
  readonly name: string;
  /** Who made it, and under which terms. */
  readonly origin: string;
  readonly files: readonly PublishedFile[];
}

export interface PublishedFile {
  /** Name of the unpacked file; its packed form is accepted wherever it is read. */
  readonly name: string;
  /** Ending and format of the packed form: `gz` unless given. */
  readonly packed?: 'gz' | 'xz';
  /** Where its makers publish it, gzipped; absent for files that come with an npm package. */
  readonly url?: string;
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  readonly sha256: string;
  /** Size of the unpacked file. */
  readonly bytes: number;
}
