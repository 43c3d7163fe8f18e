import type { VFile } from 'vfile';
import { append } from '../book/long-lists.ts';
import { inOrder, messagesOf, type Message } from '../book/messages/messages.ts';

/** Everything that is found in a build, whichever way it comes: in a file, or as a value. */
export class Findings {
  readonly #files = new Set<VFile>();
  readonly #placed: Message[] = [];
  readonly #finished: Message[] = [];

  /** Files of the manuscript, which collect messages about themselves as long as the build runs. */
  watch(files: Iterable<VFile>): void {
    for (const file of files) this.#files.add(file);
  }

  /** What was found out about places in the manuscript from the finished editions. */
  addPlaced(messages: ReadonlyArray<Message>): void {
    append(this.#placed, messages);
  }

  /** What was found in finished files. */
  addFinished(messages: ReadonlyArray<Message>): void {
    append(this.#finished, messages);
  }

  /** What the steps found in the manuscript itself. */
  inManuscript(): Message[] {
    return messagesOf(this.#files);
  }

  /** All messages: those about the manuscript by file and place, then those about finished files. */
  messages(): Message[] {
    return [...inOrder([...this.inManuscript(), ...this.#placed]), ...this.#finished];
  }
}
