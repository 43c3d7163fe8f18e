import type { Section } from '../book/book.ts';
import type { Source } from '../book/manuscript.ts';
import type { Role } from '../book/roles.ts';

/** A part whose end has not come yet. */
interface OpenPart {
  readonly id: string;
  /** How many parts of `contents:` stand around its opening. */
  readonly within: number;
  /** Whether a file of role `part` opened it, which has no end but that of what is around. */
  readonly byFile: boolean;
}

/**
 * The body of a book in which sections that stand among the chapters of a part, such as its introduction, belong to it.
 *
 * @param body in the order of reading
 */
export function withinParts(body: ReadonlyArray<Section>): Section[] {
  let before: string | undefined;
  const following = partsBehind(body);
  return body.map((section, index) => {
    if (section.role === 'part') before = section.id;
    else if (before !== undefined && following[index] === before) return { ...section, part: before };
    else if (section.part !== undefined) before = section.part;
    return section;
  });
}

/** Of each section the part to which the next one belongs that belongs to any; none where that opens one. */
function partsBehind(body: ReadonlyArray<Section>): Array<string | undefined> {
  let behind: string | undefined;
  return body
    .toReversed()
    .map(({ role, part }) => {
      const known = behind;
      if (role === 'part' || part !== undefined) behind = role === 'part' ? undefined : part;
      return known;
    })
    .toReversed();
}

/** The parts that are open as the sources come, one in another. */
export class OpenParts {
  readonly #open: OpenPart[] = [];

  /** The id of the part in which a source opens another; the parts that end before it are closed. */
  around({ within = 0 }: Source): string | undefined {
    while ((this.#open.at(-1)?.within ?? -1) >= within) this.#open.pop();
    return this.#open.at(-1)?.id;
  }

  open({ id }: Pick<Section, 'id'>, { kind, within = 0 }: Source): void {
    this.#open.push({ id, within, byFile: kind === 'file' });
  }

  /**
   * The id of the part a file belongs to: the one `contents:` puts it in; where a file of role `part`
   * opened one, every chapter after it.
   */
  of({ within = 0 }: Source, role: Role): string | undefined {
    const isOver = (part: OpenPart): boolean =>
      part.within > within || (part.within === within && !part.byFile);
    for (let last = this.#open.at(-1); last !== undefined && isOver(last); last = this.#open.at(-1))
      this.#open.pop();
    return this.#open.findLast(({ byFile }) => !byFile || role === 'chapter')?.id;
  }
}
