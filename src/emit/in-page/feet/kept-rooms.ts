/** Most numbers on a page have no more. */
const usualDigits = 2;

/** The room of a number, in CSS pixels. */
interface Room {
  readonly perCharacter: number;
  /** The most characters it has had. */
  most: number;
}

/**
 * A number may move its own note: "10" leaves it on one page, where it would be the ninth, "9" brings it back, for
 * ever. So numbers that still change after some rounds never take less room than they once had: as room only grows,
 * the pages come to rest.
 */
export class KeptRooms {
  readonly #rooms = new Map<Text, Room>();

  /** From now on a number takes no less room than it does now. */
  keep(text: Text): void {
    if (this.#rooms.has(text)) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width } = range.getBoundingClientRect();
    range.detach();
    this.#rooms.set(text, { perCharacter: width / text.length, most: Math.max(usualDigits, text.length) });
  }

  /** Writes a number, with the room that it had. */
  write(text: Text, number: string): void {
    text.data = number;
    const room = this.#rooms.get(text);
    if (room === undefined || text.parentElement === null) return;
    room.most = Math.max(room.most, number.length);
    text.parentElement.style.paddingInlineEnd = `${room.perCharacter * (room.most - number.length)}px`;
  }
}
