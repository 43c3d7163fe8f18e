import type { ElementContent, Text } from 'hast';
import { longRuns } from './long-runs.ts';

/** The punctuation of an address or a path. */
const addressLike = /^(?:https?:\/\/|www\.|\S*[/\\]\S*[/\\.]|\S*(?:[_%=&]\S*){3})/;

/** After these an address may go on in the next line. */
const breaks = /(?<=[/?&=_%~#,;:@-])(?=[^\s/])/;

/**
 * The text with an opportunity to break the line after the punctuation of long web addresses,
 * so that these do not tear the line before them apart.
 */
export function breakable(text: Text): ElementContent[] {
  return parted(text.value, (run) => (addressLike.test(run) ? run.split(breaks) : [run]));
}

/**
 * A text with an opportunity to break the line between the parts of its long words.
 *
 * @param parts of a run of 24 signs or more without spaces
 */
export function parted(text: string, parts: (run: string) => ReadonlyArray<string>): ElementContent[] {
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const { run, index } of longRuns(text)) {
    let end = index;
    for (const part of parts(run)) {
      if (end > index) {
        nodes.push(
          { type: 'text', value: text.slice(done, end) },
          { type: 'element', tagName: 'wbr', properties: {}, children: [] },
        );
        done = end;
      }
      end += part.length;
    }
  }
  // Not put together anew: a long book has thousands of such texts.
  return [...nodes, { type: 'text', value: text.slice(done) }];
}
