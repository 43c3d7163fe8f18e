import type { ColourSpace } from '../content/colour-space.ts';
import type { Inspector, Paint } from '../content/events.ts';
import type { Box } from '../file/pages.ts';
import type { Separation } from './separation.ts';

/** In points: what is lower or narrower is no ground for anything. */
const least = 6;

/** So many are remembered of a page; drawings have more, and nothing is set on their parts. */
const most = 200;

/** In points. */
const rounding = 0.5;

interface Ground {
  readonly box: Box;
  /** Undefined where it is a picture or a gradient. */
  readonly paint: Paint | undefined;
}

/** What lines and letters stand on: the surfaces and pictures of a page, in the order they are painted. */
export class Grounds {
  readonly #separation: Separation;
  #painted: Ground[] = [];

  constructor(separation: Separation) {
    this.#separation = separation;
  }

  /** Remembers what is painted; it must come behind those who ask. */
  readonly inspector: Inspector = {
    path: ({ fill, isRectangle, box, mark }) => {
      if (fill !== undefined && isRectangle && mark?.inPattern !== true)
        this.#remember({ box, paint: isPlain(fill.space) ? fill : undefined });
    },
    image: ({ box }) => this.#remember({ box, paint: undefined }),
    end: () => {
      this.#painted = [];
    },
  };

  /**
   * The inks of what lies beneath a place, as {@link Separation.inks} gives them: those of paper where nothing
   * does, undefined where they cannot be told.
   */
  beneath([left, bottom, right, top]: Box): ReadonlyArray<number> | undefined {
    const ground = this.#painted.findLast(
      ({ box }) =>
        box[0] <= left + rounding &&
        box[1] <= bottom + rounding &&
        box[2] >= right - rounding &&
        box[3] >= top - rounding,
    );
    if (ground === undefined) return paper;
    return ground.paint && this.#separation.inks(ground.paint);
  }

  #remember(ground: Ground): void {
    const [left, bottom, right, top] = ground.box;
    if (right - left < least || top - bottom < least) return;
    this.#painted.push(ground);
    if (this.#painted.length > most) this.#painted.splice(1, 1);
  }
}

const paper = [0, 0, 0, 0];

function isPlain({ kind }: ColourSpace): boolean {
  return kind !== 'pattern' && kind !== 'unknown';
}
