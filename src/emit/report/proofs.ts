import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportedRelease } from './reported-release.ts';
import { number, section, table } from './section.ts';

const editions = { epub: 'EPUB', pdf: 'PDF for screens', press: 'PDF for the press' } as const;

/** The proofs that no word and no note was lost: what each finished file must have, and has. */
export function proofsSection({ notes, text }: ReportedRelease): Element {
  const rows = (Object.keys(editions) as Array<keyof typeof editions>).flatMap((edition) => {
    const [words, found] = [text[edition], notes[edition]];
    if (words === undefined && found === undefined) return [];
    const links = edition === 'press' ? undefined : notes[edition];
    return [
      [
        editions[edition],
        words === undefined ? '' : `${number(words.found)} of ${number(words.words)}`,
        found === undefined ? '' : `${number(found.notes)} of ${number(notes.manuscript.notes)}`,
        links === undefined ? '–' : `${number(links.citations)} of ${number(notes.manuscript.citations)}`,
        links === undefined ? '–' : number(links.backlinks),
      ],
    ];
  });
  return section('proofs', 'Proofs', [
    h(
      'p',
      'Every finished file was read back: the words and notes of the manuscript that it has, of those it must have.',
    ),
    table('Proofs', ['Edition', 'Words', 'Notes', 'Note marks', 'Links back'], rows, [1, 2, 3, 4]),
  ]);
}
