import { sections, type Assets, type Book, type Hast } from '../book/book.ts';
import { fill } from '../book/labels.ts';
import { surveyOf, type Survey } from '../book/survey.ts';
import { wordingLanguage } from '../language/wording.ts';

/** Values of the schema.org accessibility properties, as the package document of the EPUB has them. */
export interface Accessibility {
  readonly modes: ReadonlyArray<string>;
  readonly sufficient: ReadonlyArray<string>;
  readonly features: ReadonlyArray<string>;
  readonly hazard: 'none' | 'unknown';
  /** In the language of the book, as far as there is wording in it. */
  readonly summary: { readonly text: string; readonly language: string };
}

/**
 * What the EPUB can honestly say of its accessibility, from what stands in the book.
 *
 * A picture that only decorates needs no text alternative; the name of a file is none. A GIF may blink, and sounds and
 * films may do harm.
 *
 * EPUB Accessibility 1.1, 2.2 to 2.4; values of the vocabulary for discoverability.
 *
 * @param book the book
 * @param assets the files of the manuscript by path
 * @param hasPages whether the pages of the printed book are marked and listed
 */
export function accessibilityOf(book: Book<Hast>, assets: Assets, hasPages: boolean): Accessibility {
  const all = sections(book);
  const survey = surveyOf(all.map(({ tree }) => tree));
  const { pictures, undescribed, audio, video, untold } = survey;
  const moving = [...assets.values()].some(({ mediaType }) => mediaType === 'image/gif');
  const modes = [
    'textual',
    ...(pictures + video > 0 ? ['visual'] : []),
    ...(audio + video > 0 ? ['auditory'] : []),
  ];
  return {
    modes,
    sufficient: [
      ...(undescribed + untold === 0 ? ['textual'] : []),
      ...(modes.length > 1 ? [modes.join(',')] : []),
    ],
    features: [
      ...featuresOf(
        survey,
        all.some(({ role }) => role === 'index'),
      ),
      ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ],
    hazard: moving || audio + video > 0 ? 'unknown' : 'none',
    summary: { text: summaryOf(book, survey), language: wordingLanguage(book.metadata.language) },
  };
}

function featuresOf(survey: Survey, hasIndex: boolean): string[] {
  const {
    pictures,
    undescribed,
    skippedLevels,
    formulas,
    ruby,
    longDescriptions,
    roles,
    video,
    uncaptioned,
  } = survey;
  const claims: ReadonlyArray<readonly [feature: string, isTrue: boolean]> = [
    ['tableOfContents', true],
    ['structuralNavigation', skippedLevels === 0],
    ['readingOrder', true],
    ['displayTransformability', true],
    ['index', hasIndex],
    ['ARIA', roles > 0],
    ['alternativeText', pictures > 0 && undescribed === 0],
    ['longDescription', longDescriptions > 0],
    ['MathML', formulas > 0],
    ['rubyAnnotations', ruby > 0],
    ['closedCaptions', video > 0 && uncaptioned === 0],
  ];
  return claims.flatMap(([feature, isTrue]) => (isTrue ? [feature] : []));
}

function summaryOf({ labels, metadata }: Book<Hast>, { pictures, undescribed, formulas }: Survey): string {
  const { reflow, described, undescribed: lacking, formulas: mathematics } = labels.accessibility;
  const contact = metadata.accessibility?.contact;
  return [
    reflow,
    ...(pictures > 0 && undescribed === 0 ? [described] : []),
    ...(undescribed > 0 ? [lacking] : []),
    ...(formulas > 0 ? [mathematics] : []),
    ...(contact === undefined ? [] : [fill(labels.permissionContact, { contact })]),
  ].join(' ');
}
