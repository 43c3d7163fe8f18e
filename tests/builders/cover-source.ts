import { VFile } from 'vfile';
import type { CoverSource } from '../../src/book/cover.ts';
import { messagesOf, type Message } from '../../src/book/messages/messages.ts';

/** A book.yaml that speaks of its cover, each part on a line of its own. */
export function coverSource(given?: Uint8Array): CoverSource {
  const at = (line: number) => ({ line, column: 3 });
  return {
    file: new VFile({ path: 'book.yaml', value: '' }),
    places: { image: at(1), title: at(2), back: at(3), spine: at(4), file: at(5) },
    ...(given !== undefined && { given: { path: 'cover.pdf', bytes: given } }),
  };
}

/** The messages about it. */
export function messages({ file }: CoverSource): Message[] {
  return messagesOf([file]);
}
