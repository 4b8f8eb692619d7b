import { bitfrontError } from '@bitfront/errors';
import type { ArchiveFiles } from './dataset-files.ts';

export interface LabelledPicture {
  /** Path in the archive. */
  readonly name: string;
  /** The JPEG file. */
  readonly bytes: Uint8Array;
  /** Place of the class in wnids.txt. */
  readonly label: number;
}

/**
 * The pictures of the archive with their labels. Training pictures come one of every class in turn, by their numbers, so
 * that the last ones hold equally many of every class; test pictures are those of `val`, in the order of its list.
 * @throws DATASET_MEMBER_MISSING
 */
export function listPictures(
  plugin: string,
  { classes, perClass }: ArchiveFiles,
  members: ReadonlyMap<string, Uint8Array>,
  file: string,
  remedy: string,
): { readonly train: readonly LabelledPicture[]; readonly test: readonly LabelledPicture[] } {
  const member = (name: string) => {
    const found = members.get(name);
    if (found !== undefined) return found;
    const some = [...members.keys()].filter((one) => !one.endsWith('.JPEG'));
    throw bitfrontError('DATASET_MEMBER_MISSING', { plugin, file, member: name, members: some, remedy });
  };
  const lines = (name: string) => new TextDecoder().decode(member(name)).trimEnd().split(/\r?\n/);
  const names = lines('wnids.txt').slice(0, classes);
  const picture = (name: string, label: number) => ({ name, bytes: member(name), label });
  const train = Array.from({ length: perClass }, (_, number) =>
    names.map((id, label) => picture(`train/${id}/images/${id}_${number}.JPEG`, label)),
  ).flat();
  const test = lines('val/val_annotations.txt').map((line) => {
    const [name = '', id = ''] = line.split('\t');
    return picture(`val/images/${name}`, names.indexOf(id));
  });
  return { train, test };
}
