import { placeInSplit } from '../feet/split-texts.ts';
import { isApart, replaceHyphen, textBeside, topBehind, topOf, topsOfBoth } from './hyphen-places.ts';

/** Hyphens that were put where lines are to end, each known by its place whatever is taken out around it. */
export interface PutHyphens {
  readonly add: (node: Text, at: number) => void;
  /** Those of a text are no longer there. */
  readonly forget: (node: Text) => void;
  /**
   * Finds those that Chrome had no need of, for it broke the line elsewhere; the function returned takes them
   * out: readers who copy or search text would else find them.
   *
   * @returns undefined where there are none
   */
  readonly findIdle: () => (() => void) | undefined;
  /** Whether, in the layout that is, one is gone or stands inside a line. */
  readonly hasStray: () => boolean;
}

/** A hyphen: its place in the text it was put into, and where that is now that notes may have divided the text. */
interface Put {
  readonly whole: Text;
  readonly place: number;
  readonly node: Text;
  readonly at: number;
}

/**
 * The hyphens of a paragraph, of which there are none yet.
 *
 * @param range what is measured with: every change of the document is told to each range there is, so that all
 *   paragraphs have one
 */
export function putHyphens(lineHeight: number, range: Range): PutHyphens {
  const byText = new Map<Text, number[]>();

  const all = (): Put[] =>
    [...byText].flatMap(([whole, places]) =>
      places.map((place) => {
        const [node, at] = placeInSplit(whole, place);
        return { whole, place, node, at };
      }),
    );

  const endsLine = ({ node, at }: Put): boolean => {
    const [top, behind] =
      at + 1 < node.data.length
        ? topsOfBoth(range, node, at)
        : [topOf(range, node, at), topBehind(range, node, at)];
    return isApart(top, behind, lineHeight);
  };

  /** What stood in a text from a place on stands elsewhere in it. */
  const move = (node: Text, from: number, by: number): void => {
    byText.get(node)?.forEach((at, index, places) => {
      if (at >= from) places[index] = at + by;
    });
  };

  const takeOut = ({ whole, place, node, at }: Put): void => {
    const places = byText.get(whole) ?? [];
    places.splice(places.indexOf(place), 1);
    const { next, taken } = joinWord(node, at);
    move(whole, place, taken - 1);
    if (next !== undefined) move(next, taken, -taken);
  };

  return {
    add: (node, at) => {
      const places = byText.get(node) ?? [];
      byText.set(node, places);
      places.push(at);
    },
    forget: (node) => void byText.delete(node),
    findIdle: () => {
      const idle = all().filter((hyphen) => !endsLine(hyphen));
      if (idle.length === 0) return undefined;
      return () => {
        // From the last to the first: those before a change stay where they are.
        for (const hyphen of idle.toReversed()) takeOut(hyphen);
      };
    },
    hasStray: () => all().some((hyphen) => hyphen.node.data[hyphen.at] !== '\u2010' || !endsLine(hyphen)),
  };
}

/**
 * Takes out a hyphen that ends no line. Where its word goes on in what is kept together beside it,
 * the word is put together again: a ligature over the edge of two texts has the letters of the first
 * alone in the PDF.
 *
 * @returns how many characters came in from the text beside it
 */
function joinWord(node: Text, at: number): { readonly next?: Text | undefined; readonly taken: number } {
  const next = at === node.data.length - 1 ? textBeside(node, 'nextSibling') : undefined;
  const [rest = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(next?.data ?? '') ?? [];
  next?.deleteData(0, rest.length);
  replaceHyphen(node, at, rest);
  return { next, taken: rest.length };
}
