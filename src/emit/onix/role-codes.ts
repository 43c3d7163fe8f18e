import type { Relator } from '../../book/metadata.ts';

/**
 * MARC relator code (https://id.loc.gov/vocabulary/relators) → ONIX code list 17, contributor
 * role. What has no counterpart is Z99, other.
 */
const roles: Readonly<Record<Relator, string>> = {
  abr: 'B04', // abridger
  adp: 'B05', // adapter
  aft: 'A19', // author of afterword
  ann: 'A20', // annotator
  art: 'A07', // artist
  aui: 'A24', // author of introduction
  aut: 'A01', // author
  bkd: 'A11', // book designer
  clr: 'A47', // colorist
  cmm: 'A21', // commentator
  cmp: 'A06', // composer
  com: 'C01', // compiler
  cov: 'A36', // cover designer
  cre: 'A09', // creator
  csl: 'B20', // consultant
  ctb: 'A32', // contributor
  ctg: 'A39', // cartographer
  drm: 'A35', // draftsman
  edc: 'C01', // editor of compilation
  edt: 'B01', // editor
  ill: 'A12', // illustrator
  ive: 'A44', // interviewee
  ivr: 'A43', // interviewer
  lbt: 'A04', // librettist
  lyr: 'A05', // lyricist
  nrt: 'E07', // narrator
  pht: 'A13', // photographer
  poe: 'A01', // poet
  red: 'B18', // redactor
  res: 'A51', // researcher
  sad: 'B29', // scientific advisor
  spk: 'E09', // speaker
  trl: 'B06', // translator
  tyg: 'A11', // typographer
  wac: 'A21', // writer of added commentary
  waw: 'A19', // writer of afterword
  wfw: 'A23', // writer of foreword
  win: 'A24', // writer of introduction
  wpr: 'A15', // writer of preface
};

/** The ONIX role, code list 17, of a MARC relator code. */
export function roleCode(role: Relator): string {
  return roles[role] ?? 'Z99';
}
