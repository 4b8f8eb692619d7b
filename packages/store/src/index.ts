export {
  type ArtifactStore,
  type ArtifactStoreOptions,
  openArtifactStore,
  type StoreInfo,
} from './artifacts/artifact-store.ts';
export type { Artifact, PartHashes } from './artifacts/artifact-header.ts';
export { readCheckpoint, removeCheckpoint, writeCheckpoint } from './artifacts/checkpoint-file.ts';
export { defaultCacheFolder } from './artifacts/default-cache-folder.ts';
export { type ReadArtifact, readArtifact } from './artifacts/read-artifact.ts';
export { writeArtifact } from './artifacts/write-artifact.ts';
export { type CsvCell, type CsvText, csvText } from './csv/format-csv.ts';
export { type CsvOptions, writeCsv } from './csv/write-csv.ts';
export { writeFileAtomic } from './files/write-file-atomic.ts';
export type { EndEvent, JournalEvent, RowEvent, RunEvent, StageEvent } from './journal/journal-event.ts';
export { isRowEvent, isStageEvent } from './journal/journal-event.ts';
export { type Journal, openJournal } from './journal/open-journal.ts';
export { type JournalReader, openJournalReader } from './journal/journal-reader.ts';
export { OffsetIndex } from './journal/offset-index.ts';
export { type JournalScan, scanJournal } from './journal/scan-journal.ts';
export { type FolderLock, lockFolder } from './lock/lock-folder.ts';
