/** From how many signs on a run without spaces is long. */
const least = 24;

/** A run of signs without spaces, and where in a text it begins. */
interface LongRun {
  readonly run: string;
  readonly index: number;
}

/**
 * The runs of 24 signs or more without spaces, in their order. Each has one of every 24 signs of the text, so that
 * others need not be looked at: texts are long, and hardly one has such a run.
 */
export function longRuns(text: string): LongRun[] {
  const found: LongRun[] = [];
  let at = least - 1;
  while (at < text.length) {
    let end = at;
    if (!isSpace(text, at)) {
      let index = at;
      while (index > 0 && !isSpace(text, index - 1)) index--;
      while (end < text.length && !isSpace(text, end)) end++;
      if (end - index >= least) found.push({ run: text.slice(index, end), index });
    }
    at = end + least;
  }
  return found;
}

const space = /\s/;

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most signs are letters.
  return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x80 && space.test(text.charAt(at)));
}
