import type { FourFiles } from '@bitfront/datasets';

const host = 'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com';

/** The four original files, as their authors publish them (gzipped); the sums are of the unpacked bytes. */
export const datasetFiles: FourFiles = {
  name: 'fashion-mnist',
  origin: 'Zalando Research, github.com/zalandoresearch/fashion-mnist (MIT)',
  classes: 10,
  files: [
    {
      name: 'train-images-idx3-ubyte',
      url: `${host}/train-images-idx3-ubyte.gz`,
      sha256: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
      bytes: 47_040_016,
    },
    {
      name: 'train-labels-idx1-ubyte',
      url: `${host}/train-labels-idx1-ubyte.gz`,
      sha256: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
      bytes: 60_008,
    },
    {
      name: 't10k-images-idx3-ubyte',
      url: `${host}/t10k-images-idx3-ubyte.gz`,
      sha256: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
      bytes: 7_840_016,
    },
    {
      name: 't10k-labels-idx1-ubyte',
      url: `${host}/t10k-labels-idx1-ubyte.gz`,
      sha256: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
      bytes: 10_008,
    },
  ],
};
