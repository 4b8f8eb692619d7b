import { packTar } from 'modern-tar';
import { describe, expect, it } from 'vitest';
import { datasetFiles } from './dataset-files.ts';
import { listPictures } from './list-pictures.ts';
import { openDecoder } from './open-decoder.ts';
import { unpackArchive } from './unpack-archive.ts';

/** Two classes, two training pictures of each, two test pictures. */
const members = {
  'wnids.txt': 'n02\nn01\n',
  'val/val_annotations.txt': 'val_9.JPEG\tn01\t0\t0\t1\t1\nval_3.JPEG\tn02\t0\t0\t1\t1\n',
  'train/n01/images/n01_0.JPEG': 'a',
  'train/n01/images/n01_1.JPEG': 'b',
  'train/n02/images/n02_0.JPEG': 'c',
  'train/n02/images/n02_1.JPEG': 'd',
  'val/images/val_3.JPEG': 'e',
  'val/images/val_9.JPEG': 'f',
};
const two = { ...datasetFiles, classes: 2, perClass: 2 };

async function archive(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return packTar(
    Object.entries(files).map(([name, text]) => {
      const body = new TextEncoder().encode(text);
      return { header: { name: `tiny-imagenet-200/${name}`, size: body.length }, body };
    }),
  );
}

describe('the archive', () => {
  it('gives training pictures class after class in turn, test pictures in the order of their list', async () => {
    const files = await unpackArchive(await archive(members), 'a.tar');
    const { train, test } = listPictures('p', two, files, 'a.tar', '');
    const shown = ({ bytes, label }: (typeof train)[number]) => `${new TextDecoder().decode(bytes)}${label}`;
    expect(train.map(shown)).toEqual(['c0', 'a1', 'd0', 'b1']);
    expect(test.map(shown)).toEqual(['f1', 'e0']);
  });

  it('is refused when a picture is missing or the archive is cut short', async () => {
    const { 'train/n01/images/n01_1.JPEG': _, ...rest } = members;
    const files = await unpackArchive(await archive(rest), 'a.tar');
    expect(() => listPictures('p', two, files, 'a.tar', 'Fetch it.')).toThrow(
      /"a\.tar" holds no file "train\/n01\/images\/n01_1\.JPEG".*wnids\.txt/,
    );
    const half = (await archive(members)).subarray(0, 700);
    await expect(unpackArchive(half, 'a.tar')).rejects.toThrow('"a.tar" is not a readable tar file');
  });
});

describe('the decoder', () => {
  /** 8 x 8 pixels, grey, all 128: every coefficient is 0. The smallest tables that can say so. */
  const grey = Buffer.from(
    `ffd8 ffdb004300 ${'01'.repeat(64)} ffc0000b08 0008 0008 01 011100
     ffc4001400 01${'00'.repeat(15)}00 ffc4001410 01${'00'.repeat(15)}00 ffda0008 01 0100 003f00 3f ffd9`.replaceAll(
      /\s/g,
      '',
    ),
    'hex',
  );

  it('reads a grey picture as three equal colours', async () => {
    const decode = await openDecoder();
    expect([...decode(grey, 'grey', 8)]).toEqual(Array(3 * 64).fill(128));
  });

  it('refuses another size and what is no JPEG', async () => {
    const decode = await openDecoder();
    expect(() => decode(grey, 'grey', 64)).toThrow('It has 8 x 8 pixels, not 64 x 64');
    expect(() => decode(Uint8Array.of(1, 2, 3), 'none', 8)).toThrow(
      /"none" is not a readable JPEG file\. It cannot be decoded \(Not a JPEG file/,
    );
    expect([...decode(grey, 'grey', 8)].at(0)).toBe(128);
  });
});
