import { Operations, type Operation } from '../../../pdf/content/operations.ts';
import { Replacements } from '../content/replacements.ts';
import { written } from '../content/written.ts';

/** In points: smaller letters have strokes as fine as the dots of a screen. */
const small = 12;

/** Of white: what is darker is meant for black with less ink, what is lighter is meant to be faint. */
const lightest = 0.55;

/** Whether letters of this grey, from 0, black, to 1, would be printed as a screen of dots, and are dark enough to be solid. */
export function isDarkGrey(grey: number): boolean {
  return grey > 0 && grey <= lightest;
}

/**
 * A content stream in which small letters in dark grey are black: a press prints grey as a screen of dots, which
 * frays the edges of letters.
 *
 * @param content as `rewriteContent` gives it
 * @returns the same bytes where nothing changes
 */
export function withSolidType(content: Uint8Array): Uint8Array {
  const replacements = new Replacements(content);
  const state = new TypeState();
  let begun: { readonly start: number; readonly end: number } | undefined;
  let changed = false;
  const operations = new Operations(content);
  while (operations.next()) {
    const { operator, start, end } = operations;
    switch (operator) {
      case 'BT':
        begun = { start, end };
        break;
      case 'Tj':
      case 'TJ':
        if (begun === undefined || !state.isScreened || state.size >= small) break;
        replacements.replace(begun.start, begun.end, '0 g BT');
        changed = true;
        begun = undefined;
        break;
      case 'ET':
        if (changed) replacements.replace(start, end, `ET ${written(state.grey ?? 0)} g`);
        changed = false;
        begun = undefined;
        break;
      default:
    }
    state.follow(operations);
  }
  return replacements.joined();
}

/** As much of the graphics and text state as says in what size and grey letters are. */
class TypeState {
  /** Of surfaces; undefined where their colour is none. */
  grey: number | undefined = 0;
  #scale = 1;
  #fontSize = 0;
  #textScale = 1;
  readonly #kept: Array<readonly [grey: number | undefined, scale: number]> = [];

  get isScreened(): boolean {
    return this.grey !== undefined && isDarkGrey(this.grey);
  }

  /** In points. */
  get size(): number {
    return Math.abs(this.#fontSize) * this.#textScale * this.#scale;
  }

  follow(operation: Operation): void {
    switch (operation.operator) {
      case 'q':
        this.#kept.push([this.grey, this.#scale]);
        break;
      case 'Q':
        [this.grey, this.#scale] = this.#kept.pop() ?? [this.grey, this.#scale];
        break;
      case 'cm':
        this.#scale *= scaleOf(operation.numbers());
        break;
      case 'g':
        this.grey = operation.number(0);
        break;
      case 'rg':
      case 'k':
      case 'cs':
      case 'sc':
      case 'scn':
        this.grey = undefined;
        break;
      case 'BT':
        this.#textScale = 1;
        break;
      case 'Tf':
        this.#fontSize = operation.number(1);
        break;
      case 'Tm':
        this.#textScale = scaleOf(operation.numbers());
        break;
      default:
    }
  }
}

/** By how much lengths grow: the mean of both directions. */
function scaleOf([a = 1, b = 0, c = 0, d = 1]: ReadonlyArray<number>): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
