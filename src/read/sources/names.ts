/** How people call the file of metadata that they give Pandoc. */
export const metadataNames = [
  'metadata.yaml',
  'metadata.yml',
  'meta.yaml',
  'meta.yml',
  'title.txt',
  'metadata.txt',
  'epub.yaml',
  'defaults.yaml',
  'defaults.yml',
  'config.yaml',
  'config.yml',
];

/** A file of metadata by another name: `config-epub.yaml`. */
export const isMetadataName = (name: string): boolean =>
  metadataNames.includes(name) ||
  /^(?![_.])[\w-]*(?:metadata|epub|pandoc|defaults)[\w-]*\.ya?ml$/i.test(name);

/** How the configuration of Vivliostyle CLI is called. */
export const vivliostyleNames = ['js', 'mjs', 'cjs', 'json', 'ts', 'mts'].map(
  (ending) => `vivliostyle.config.${ending}`,
);
