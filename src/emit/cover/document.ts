import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { CoverDesignName } from '../../book/cover.ts';
import { directionOf } from '../../language/direction.ts';
import { barcode } from './barcode.ts';
import type { CoverWords } from './cover-words.ts';
import { digits, element } from './element.ts';
import type { WrapGeometry } from './geometry.ts';
import { frame, ornament } from './ornament.ts';
import { spineDirectionOf, spineTurn } from '../../language/spine-direction.ts';

/** What a cover shows. */
export interface CoverContent {
  readonly design: CoverDesignName;
  /** BCP 47. */
  readonly language: string;
  readonly words: CoverWords;
  /** The address of the front image, where there is one. */
  readonly image?: string;
  /** Whether dark type stands on the ground of the design. */
  readonly darkType: boolean;
  readonly isbn?: string;
  /** Five digits beside the bar code. */
  readonly addOn?: string;
}

/** Width and height in any unit. */
type Size = { readonly width: number; readonly height: number };

/**
 * The front alone as an HTML document.
 *
 * @param content what it shows
 * @param side its size
 * @param stylesheet the address of its stylesheet
 */
export function frontDocument(content: CoverContent, side: Size, stylesheet: string): string {
  return documentOf(content, stylesheet, [front(content, side)]);
}

/**
 * The whole cover as an HTML document: back, spine and front beside one another.
 *
 * @param content what it shows
 * @param geometry its measures
 * @param stylesheet the address of its stylesheet
 */
export function wrapDocument(content: CoverContent, geometry: WrapGeometry, stylesheet: string): string {
  return documentOf(content, stylesheet, [
    element('div', { className: ['ground'] }),
    back(content),
    spine(content, geometry),
    front(content, geometry.side),
  ]);
}

function front({ design, words, image }: CoverContent, side: Size): Element {
  if (image !== undefined)
    return element('section', { className: ['front'] }, [element('img', { src: image, alt: '' })]);
  return element('section', { className: ['front'] }, [
    element('div', { className: ['face'] }, [
      ...(design === 'literary' ? [frame(side)] : []),
      ...line('author', words.author),
      element('div', { className: ['words', 'fit'], dataFit: 'title' }, [
        element('h1', { className: ['title'] }, unbroken(words.title)),
        ...line('subtitle', words.subtitle),
      ]),
      ...line('translator', words.translator),
      ornament(design, words.title, side),
      ...line('publisher', words.publisher),
    ]),
  ]);
}

function back({ words, isbn, addOn }: CoverContent): Element {
  return element('section', { className: ['back'] }, [
    element('div', { className: ['face'] }, [
      element(
        'div',
        { className: ['text', 'fit'], dataFit: 'back' },
        words.back.map((paragraph) => element('p', {}, paragraph)),
      ),
      element('div', { className: ['foot'] }, [
        element('div', { className: ['imprint'] }, [...line('publisher', words.publisher)]),
        ...(isbn === undefined ? [] : [barcode(isbn, addOn)]),
      ]),
    ]),
  ]);
}

/** Points: the largest type of a spine by the width of its words, and by the width of the front. */
const ofSpine = 0.72;
const ofSide = 0.048;

function spine({ words, language }: CoverContent, { spineText, side }: WrapGeometry): Element {
  if (spineText === undefined) return element('div', { className: ['spine'] });
  const direction = spineDirectionOf(language);
  const said =
    words.spine === undefined
      ? [...line('author', words.author), ...line('title', words.title)]
      : line('title', words.spine);
  const parts = [
    element('div', { className: ['said'] }, said),
    // What stands last on a shelf stands at the foot.
    ...line('publisher', words.publisher),
  ];
  const most = Math.min(spineText * ofSpine, side.width * ofSide);
  return element('div', { className: ['spine'] }, [
    element(
      'div',
      {
        className: ['line', 'fit', direction],
        dataFit: 'spine',
        style: `--most: ${digits(most)}; --least: 5; --turn: ${spineTurn(language)}deg`,
      },
      direction === 'up' ? parts.toReversed() : parts,
    ),
  ]);
}

function line(className: string, text: string | undefined): Element[] {
  return text === undefined ? [] : [element('p', { className: [className] }, unbroken(text))];
}

/** Longer words may be broken at their hyphens after all. */
const longestWhole = 22;

/** The text, its words with hyphens kept together: in large type a break there looks like an accident. */
function unbroken(text: string): ElementContent[] {
  return text.split(/(\S*-\S+)/).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    return index % 2 === 1 && part.length <= longestWhole
      ? [element('span', { className: ['whole'] }, part)]
      : [{ type: 'text', value: part }];
  });
}

function documentOf(
  { design, language, words, darkType }: CoverContent,
  stylesheet: string,
  children: ElementContent[],
): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: language, dir: directionOf(language) }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
          element('title', {}, words.title),
          element('link', { rel: ['stylesheet'], href: stylesheet }),
        ]),
        element('body', { className: [design, darkType ? 'dark-type' : 'light-type'] }, children),
      ]),
    ],
  };
  return unified().use(rehypeStringify).stringify(root);
}

/** No script, nothing from elsewhere: our own code enters through the debugging protocol. */
const policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'";
