/**
 * The role of a section: a term of the EPUB 3 Structural Semantics Vocabulary 1.1
 * (https://www.w3.org/TR/epub-ssv-11/). The group decides where the section stands.
 */
export const roles = {
  halftitlepage: 'front',
  titlepage: 'front',
  'copyright-page': 'front',
  dedication: 'front',
  epigraph: 'front',
  toc: 'front',
  loi: 'front',
  lot: 'front',
  foreword: 'front',
  preface: 'front',
  preamble: 'front',
  introduction: 'body',
  prologue: 'body',
  part: 'body',
  chapter: 'body',
  conclusion: 'body',
  epilogue: 'body',
  afterword: 'back',
  acknowledgments: 'back',
  appendix: 'back',
  glossary: 'back',
  bibliography: 'back',
  credits: 'back',
  endnotes: 'back',
  index: 'back',
  colophon: 'back',
} as const satisfies Record<string, 'front' | 'body' | 'back'>;

export type Role = keyof typeof roles;

/** Roles whose pages carry no printed title and stand outside the contents unless asked for. */
export const untitledRoles: ReadonlySet<Role> = new Set<Role>([
  'halftitlepage',
  'titlepage',
  'copyright-page',
  'dedication',
  'epigraph',
]);
