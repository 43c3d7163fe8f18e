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

/** What lies beside books in repositories and is no text of them. */
const ofRepository =
  /^(?:readme|summary|contribut\w*|licen[cs]e|copying|changelog|code[-_]of[-_]conduct|security|support|pull_request_template|issue_template|style-?guide|todo|translat\w*|admin_\w+|install|roadmap|news|maintainers|governance|credits|authors|agents|claude)(?:[-_.]\w+)*\.(?:md|markdown|qmd|rmd)$/i;

/** Whether a text beside a book is by its name about the repository, and no chapter. */
export const isOfRepository = (name: string): boolean => ofRepository.test(name);
