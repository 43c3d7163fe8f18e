import type { VFile } from 'vfile';
import { append } from '../book/long-lists.ts';
import { inOrder, messagesOf, type Message } from '../book/messages/messages.ts';
import { originOf } from '../book/messages/origin.ts';
import { weighed } from '../book/messages/weighed.ts';
import type { RuleSeverities } from '../book/metadata.ts';

/** Everything that is found in a build, whichever way it comes: in a file, or as a value. */
export class Findings {
  readonly #files = new Set<VFile>();
  readonly #placed: Message[] = [];
  readonly #finished: Message[] = [];
  #severities: RuleSeverities = {};

  /** Has messages be as grave as the book sets them. */
  weighBy(severities: RuleSeverities): void {
    this.#severities = severities;
  }

  /** Messages as grave as the book has them; those of rules it turns off are left out. */
  weighed(messages: ReadonlyArray<Message>): Message[] {
    return weighed(messages, this.#severities);
  }

  /** Files of the manuscript, which collect messages about themselves as long as the build runs. */
  watch(files: Iterable<VFile>): void {
    for (const file of files) this.#files.add(file);
  }

  /** What was found out about places in the manuscript from the finished editions. */
  addPlaced(messages: ReadonlyArray<Message>): void {
    append(
      this.#placed,
      messages.map((message) => this.#onDisk(message)),
    );
  }

  /** A message where an author finds its place: those of finished editions know the text as it was parsed. */
  #onDisk(message: Message): Message {
    if (![...this.#files].some(({ data }) => data.origin !== undefined)) return message;
    const named = [...this.#files].filter(
      ({ path, data }) => path === message.file && data.origin !== undefined,
    );
    // A chapter that goes on in other files has all of their lines.
    const text = named.find(({ data: { origin } }) => origin !== undefined && 'joined' in origin) ?? named[0];
    if (text === undefined) return message;
    const { file, point } = originOf(text, message);
    return { ...message, file: file.path, line: point.line, column: point.column };
  }

  /** What was found in finished files. */
  addFinished(messages: ReadonlyArray<Message>): void {
    append(this.#finished, messages);
  }

  /** What the steps found in the manuscript itself. */
  inManuscript(): Message[] {
    return this.weighed(messagesOf(this.#files));
  }

  /** All messages: those about the manuscript by file and place, then those about finished files. */
  messages(): Message[] {
    const placed = inOrder([...messagesOf(this.#files), ...this.#placed]);
    return this.weighed([...placed, ...this.#finished]);
  }
}
