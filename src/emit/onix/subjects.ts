import type { Subject } from '../../book/metadata.ts';
import { composite, field, flag, type Content } from './element.ts';
import { dictionary } from '../../book/dictionary.ts';

/** Thema qualifiers are schemes of their own: their codes begin with these digits (code list 27). */
const qualifiers = dictionary<string>({
  1: '94', // place
  2: '95', // language
  3: '96', // time period
  4: '97', // educational purpose
  5: '98', // interest age or special interest
  6: '99', // style
});

/**
 * Subjects by scheme, the first of Thema and of BISAC the main one, and the others as keywords
 * (ONIX 3.0, P.12).
 *
 * @param subjects in the order of the book
 */
export function subjectsOf(subjects: ReadonlyArray<Subject>): Content {
  const coded = subjects.flatMap(({ scheme, code, text }) =>
    scheme === undefined || code === undefined ? [] : [{ scheme: schemeOf(scheme, code), code, text }],
  );
  const mains = new Set(['93', '10'].map((scheme) => coded.find((subject) => subject.scheme === scheme)));
  const keywords = subjects.flatMap(({ scheme, code, text }) =>
    (scheme === undefined || code === undefined) && text !== undefined ? [text.trim()] : [],
  );
  return [
    coded.map((subject) =>
      composite(
        'Subject',
        mains.has(subject) ? flag('MainSubject') : undefined,
        field('SubjectSchemeIdentifier', subject.scheme),
        field('SubjectCode', subject.code),
        field('SubjectHeadingText', subject.text),
      ),
    ),
    keywords.length === 0
      ? undefined
      : composite(
          'Subject',
          field('SubjectSchemeIdentifier', '20'),
          field('SubjectHeadingText', keywords.join('; ')),
        ),
  ];
}

function schemeOf(scheme: NonNullable<Subject['scheme']>, code: string): string {
  return scheme === 'bisac' ? '10' : (qualifiers[code[0] ?? ''] ?? '93');
}
