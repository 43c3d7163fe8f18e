import type { Element } from 'hast';
import { h } from 'hastscript';
import { figure } from './pictures.ts';
import type { ReportedPicture } from './reported-release.ts';
import { htmlPage } from './html-page.ts';
import { section } from './section.ts';

/** Pages that differ between two releases, as pictures. */
export interface ChangedPages {
  readonly shown: ReadonlyArray<{
    readonly section: string;
    /** Before, and now. */
    readonly pictures: ReadonlyArray<ReportedPicture>;
  }>;
  /** Whether there are no others. */
  readonly isWhole: boolean;
}

/** What is told of two releases. */
export interface ReportedChanges {
  readonly title: string;
  /** Of the book, BCP 47. */
  readonly language: string;
  readonly groups: ReadonlyArray<{ readonly head: string; readonly lines: ReadonlyArray<string> }>;
  /** Undefined where there are not both PDFs. */
  readonly pages: ChangedPages | undefined;
  readonly version: string;
}

/** What has changed, as one HTML page that needs nothing else: no script, no file, no network. */
export function emitChanges({
  title,
  language,
  groups,
  pages,
  version,
}: ReportedChanges): Promise<Uint8Array> {
  return htmlPage({
    title: `${title}: what has changed`,
    head: h('div', [h('p.kind', 'What has changed'), h('h1', { lang: language }, title)]),
    sections: [
      ...(groups.length === 0
        ? [section('changes', 'Changes', [h('p.good', 'Nothing has changed.')])]
        : groups.map(({ head, lines }, index) =>
            section(`changes-${index + 1}`, head, [
              h(
                'ul.changes',
                lines.map((line) => h('li', line)),
              ),
            ]),
          )),
      ...(pages === undefined ? [] : [pagesSection(pages)]),
    ],
    version,
  });
}

function pagesSection({ shown, isWhole }: ChangedPages): Element {
  const runs: Array<{ readonly name: string; readonly pictures: ReportedPicture[] }> = [];
  for (const { section: name, pictures } of shown) {
    const run = runs.at(-1);
    if (run?.name === name) run.pictures.push(...pictures);
    else runs.push({ name, pictures: [...pictures] });
  }
  return section('pages', 'Pages that look otherwise', [
    h(
      'p',
      shown.length === 0
        ? 'None: what has moved looks as before.'
        : `Before and now; what is otherwise at the same place is marked.${isWhole ? '' : ' There are more than are shown.'}`,
    ),
    ...runs.flatMap(({ name, pictures }) => [h('h3', name), h('div.pairs', pictures.map(figure))]),
  ]);
}
