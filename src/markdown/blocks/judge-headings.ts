import type { Heading } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { anchorText } from '../plain-text.ts';

/**
 * Reports headings that are likely none: those without anything in them, and sentences that a line of hyphens
 * directly below makes one.
 */
export function judgeHeadings(headings: readonly Heading[], file: VFile): void {
  for (const heading of headings) {
    if (heading.children.length === 0) {
      report(file, 'heading-missing', 'The heading has no text', heading, {
        hint: 'Write it, or delete the signs.',
      });
    } else if (heading.depth === 2 && isUnderlined(heading, file) && isSentence(anchorText(heading))) {
      report(file, 'heading-level', 'The line of hyphens directly below makes the text a heading', heading, {
        hint: 'Leave an empty line above the hyphens, if a break between two paragraphs is meant.',
      });
    }
  }
}

function isUnderlined({ position }: Heading, file: VFile): boolean {
  return /\n[ \t>]*-+[ \t]*$/.test(String(file).slice(position?.start.offset, position?.end.offset));
}

/** Whether a text ends as a sentence does, and has the words of one. */
function isSentence(text: string): boolean {
  return /[.!…]["”’»)]*$/u.test(text) && text.split(/\s+/).length > 4;
}
