import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportedRelease } from './reported-release.ts';
import { number, section, table } from './section.ts';
import { dictionary } from '../../book/dictionary.ts';

/** What elements are called. */
const names = dictionary<string>({
  figure: 'a figure',
  img: 'a picture',
  table: 'a table',
  tr: 'a row of a table',
  pre: 'code',
  math: 'a formula',
  div: 'a box or formula',
  aside: 'a box',
  blockquote: 'a quotation',
  ul: 'a list',
  ol: 'a list',
  dl: 'a list',
  li: 'an item of a list',
});

/** The pages that are not full, and what had no room there; undefined where all are full. */
export function holesSection({ holes, pageLabels }: ReportedRelease): Element | undefined {
  if (holes.length === 0) return undefined;
  const rows = holes.map(({ page, lines, kind, file, line }) => [
    pageLabels[page] ?? '',
    number(lines),
    /^h\d$/.test(kind) ? 'a heading with what stands below it' : (names[kind] ?? 'text that stays together'),
    file === undefined ? '' : `${file}:${line}`,
  ]);
  return section('holes', 'Pages that are not full', [
    h('p', 'What comes next had no room there. Figures and tables with captions make room by themselves.'),
    table('Pages that are not full', ['Page', 'Free lines', 'Next comes', 'Written at'], rows, [1]),
  ]);
}
