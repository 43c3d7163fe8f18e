import { colon, isBlank, isLineEnd, isLetter, type Construct, type State } from './fence-line.ts';

/** What a break between pages is called. */
const pageBreakName = /^(?:page-?break|new-?page)$/i;

/** Whether a name between or behind colons means a break between pages. */
export function isPageBreak(name: string): boolean {
  return pageBreakName.test(name);
}

/** `:::pagebreak` on a line of its own, which opens no block: a directive without content. */
export const pageBreakLine: Construct = {
  tokenize(effects, ok, nok) {
    let size = 0;

    const start: State = (code) => {
      effects.enter('directiveLeaf');
      effects.enter('directiveLeafSequence');
      return colons(code);
    };
    const colons: State = (code) => {
      if (code === colon) {
        effects.consume(code);
        size += 1;
        return colons;
      }
      effects.exit('directiveLeafSequence');
      return size < 3 ? nok(code) : blanks(name)(code);
    };
    const name: State = (code) => {
      if (!isLetter(code)) return nok(code);
      effects.enter('directiveLeafName');
      return letters(code);
    };
    const letters: State = (code) => {
      if (isLetter(code) || code === hyphen) {
        effects.consume(code);
        return letters;
      }
      const token = effects.exit('directiveLeafName');
      return isPageBreak(this.sliceSerialize(token)) ? blanks(end)(code) : nok(code);
    };
    const end: State = (code) => {
      if (!isLineEnd(code)) return nok(code);
      effects.exit('directiveLeaf');
      return ok(code);
    };
    const blanks =
      (next: State): State =>
      (code) => {
        if (!isBlank(code)) return next(code);
        effects.enter('whitespace');
        effects.consume(code);
        effects.exit('whitespace');
        return blanks(next);
      };
    return start;
  },
};

const hyphen = 45;
