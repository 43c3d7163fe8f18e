/** An operator, or a constant. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

export const end = Symbol('end');

/** What a keyword stands for among operands. */
export function constant({ word }: Keyword): boolean | null {
  return word === 'true' ? true : word === 'false' ? false : null;
}
