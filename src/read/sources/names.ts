/** How people call the file of metadata that they give Pandoc. */
export const metadataNames = [
  'metadata.yaml',
  'metadata.yml',
  'meta.yaml',
  'meta.yml',
  'title.txt',
  'epub.yaml',
  'defaults.yaml',
  'defaults.yml',
  'config.yaml',
  'config.yml',
];

/** How the configuration of Vivliostyle CLI is called. */
export const vivliostyleNames = ['js', 'mjs', 'cjs', 'json', 'ts', 'mts'].map(
  (ending) => `vivliostyle.config.${ending}`,
);
