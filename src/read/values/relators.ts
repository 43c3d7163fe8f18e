import type { Relator } from '../../book/metadata.ts';
import { Fault } from './fault.ts';
import { didYouMean } from '../../book/nearest.ts';
import { dictionary } from '../../book/dictionary.ts';

/**
 * What people do for a book: MARC relator codes with the terms that stand for them, the
 * usual one first (https://id.loc.gov/vocabulary/relators).
 */
const relators: Readonly<Record<Relator, ReadonlyArray<string>>> = {
  aut: ['author'],
  edt: ['editor'],
  trl: ['translator'],
  ill: ['illustrator'],
  pht: ['photographer'],
  aui: ['foreword author', 'author of introduction', 'introduction author', 'writer of foreword'],
  aft: ['afterword author', 'author of afterword', 'colophon author'],
  wpr: ['preface author', 'writer of preface'],
  win: ['writer of introduction'],
  wac: ['writer of added commentary'],
  ann: ['annotator', 'writer of annotations'],
  cmm: ['commentator'],
  com: ['compiler'],
  ctb: ['contributor'],
  cov: ['cover designer', 'cover design'],
  bkd: ['book designer', 'designer', 'book design'],
  tyg: ['typographer'],
  cmt: ['compositor', 'typesetter'],
  art: ['artist'],
  ctg: ['cartographer'],
  drm: ['draftsman'],
  nrt: ['narrator'],
  adp: ['adapter'],
  abr: ['abridger'],
  red: ['redactor'],
  pfr: ['proofreader'],
  rev: ['reviewer'],
  cns: ['censor'],
  csl: ['consultant'],
  sad: ['scientific advisor'],
  res: ['researcher'],
  ive: ['interviewee'],
  ivr: ['interviewer'],
  spk: ['speaker'],
  poe: ['poet'],
  lyr: ['lyricist'],
  cmp: ['composer'],
  pbd: ['publishing director', 'publisher’s director'],
  edc: ['editor of compilation', 'volume editor', 'series editor'],
  cre: ['creator'],
  oth: ['other'],
};

/** What people write for a role that MARC calls otherwise. */
const others = dictionary<string>({
  writer: 'author',
  'co author': 'author',
  coauthor: 'author',
  'co writer': 'author',
  authors: 'author',
  ghostwriter: 'author',
  novelist: 'author',
  'cover artist': 'cover designer',
  cover: 'cover designer',
  layout: 'book designer',
  photos: 'photographer',
  photography: 'photographer',
  illustrations: 'illustrator',
  drawings: 'illustrator',
  translation: 'translator',
  foreword: 'foreword author',
  preface: 'preface author',
  introduction: 'introduction author',
  afterword: 'afterword author',
  'copy editor': 'editor',
  copyeditor: 'editor',
});

/**
 * The MARC relator code of a role.
 *
 * @param text a code or one of the English terms, in any letter case
 */
export function parseRelator(text: string): Relator | Fault {
  const wanted = text.toLowerCase().replaceAll('-', ' ');
  for (const [code, terms] of Object.entries(relators)) {
    if (code === wanted || terms.includes(wanted)) return code;
  }
  const meant = others[wanted];
  if (meant !== undefined)
    return new Fault(`"${text}" is no role of a contributor`, { hint: `Did you mean ${meant}?` });
  const near = didYouMean(text, Object.values(relators).flat());
  return new Fault(`"${text}" is no role of a contributor`, {
    hint:
      near ??
      'Use author, editor, translator, illustrator, photographer, foreword author, cover designer or another MARC relator term or code.',
  });
}
