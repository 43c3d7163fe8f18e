import { describe, expect, it } from 'vitest';
import { expectedNotes } from '../../../src/prove/notes/expected-notes.ts';
import { passagesOf } from '../../../src/prove/text/passages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../../builders/manuscript.ts';

/** The passages of a note as Markdown: the text, or the kind where it is another. */
function passages(note: string): string[] {
  const text = `# One\n\nA mark[^n] and more[^m].\n\n[^n]: ${note.replaceAll('\n', '\n    ')}\n[^m]: More.\n`;
  const { notes } = parseManuscript(manuscript({ '01-one.md': text }));
  return passagesOf(notes[0]!.tree).map((each) =>
    each.kind === 'opaque' ? '?' : each.kind === 'text' ? each.text : `${each.kind} ${each.text}`,
  );
}

describe('passagesOf', () => {
  it('keeps the text of a paragraph together over its inline markup', () => {
    expect(passages('Some *slanted* `code` and [a link](https://example.org).')).toEqual([
      'Some slanted code and a link.',
    ]);
  });

  it('parts text at the marks of other notes', () => {
    expect(passages('Before[^m] after.')).toEqual(['Before', ' after.']);
  });

  it('parts blocks, list items and cells', () => {
    expect(passages('One.\n\n- two\n- three\n\n| a | b |\n|---|---|\n| c | d |')).toEqual([
      'One.',
      'two',
      'three',
      'cell a',
      'cell b',
      'cell c',
      'cell d',
    ]);
  });

  it('reads code, but not formulas, be they blocks of code in math', () => {
    expect(passages('One.\n\n```tex\n\\alpha\n```\n\n```math\n\\alpha\n```\n\nTwo.')).toEqual([
      'One.',
      '\\alpha',
      '?',
      'Two.',
    ]);
  });

  it('knows what is raised', () => {
    expect(passages('The 19:sup[th] century')).toEqual(['The 19', 'raised th', ' century']);
  });

  it('expects nothing of formulas and pictures', () => {
    expect(passages('Where $x^2$ is.')).toEqual(['Where ', '?', ' is.']);
  });

  it('reads HTML, but for what is no text of the book', () => {
    expect(passages('A <b>bold</b> word.')).toEqual(['A bold word.']);
    expect(passages('A <script>hidden</script> word.')).toEqual(['A  word.']);
    expect(passages('<div title="a > b">R&amp;D<!-- no --> <blink>&eacute;t&eacute;</blink></div>')).toEqual([
      'R&D été',
    ]);
    expect(passages('<style>\np { }\n</style>\n\nText')).toEqual(['Text']);
    expect(passages('<ul><li>one<li>two</ul>')).toEqual(['one', 'two']);
  });
});

describe('expectedNotes', () => {
  it('has the marks as written, and no number where none was given', () => {
    const book = parseManuscript(
      manuscript({ '01-one.md': '# One\n\nA[^n] and again[^n].\n\n[^n]: Text.\n' }),
    );
    const [note] = expectedNotes(book, book);
    expect(note?.number).toBeUndefined();
    expect(note?.citations.map(({ position }) => position?.start.column)).toEqual([2, 16]);
  });

  it('leaves open what a reference will say', () => {
    expect(passages('As :ref[one] has it.')).toEqual(['As ', '?', ' has it.']);
  });
});
