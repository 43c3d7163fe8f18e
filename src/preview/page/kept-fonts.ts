/** A font in a stylesheet. */
const address = /url\(\s*["']?([^"')\s]+\.(?:ttf|otf|woff2?))["']?\s*\)/g;

/**
 * The fonts of an e-book at addresses that stay as long as the fonts do: a browser keeps each font that it has loaded from
 * an address of its own, however short a time it was shown.
 */
export class KeptFonts {
  readonly #known = new Map<string, { readonly blob: Blob; readonly address: string }>();

  /**
   * A stylesheet with the fonts at such addresses.
   *
   * @param path of the stylesheet, in the e-book
   * @param load gives a file of the e-book by its path
   */
  async within(
    css: string,
    path: string,
    load: (name: string) => Promise<Blob | undefined>,
  ): Promise<string> {
    const addresses = new Map<string, string>();
    for (const [, written = ''] of css.matchAll(address)) {
      if (addresses.has(written)) continue;
      const name = new URL(written, `file:///${path}`).pathname.slice(1);
      const blob = await load(decodeURIComponent(name));
      if (blob !== undefined) addresses.set(written, await this.#addressOf(name, blob));
    }
    return css.replace(address, (whole, written: string) => {
      const kept = addresses.get(written);
      return kept === undefined ? whole : `url("${kept}")`;
    });
  }

  async #addressOf(name: string, blob: Blob): Promise<string> {
    const known = this.#known.get(name);
    if (known !== undefined && (await isSame(known.blob, blob))) return known.address;
    if (known !== undefined) URL.revokeObjectURL(known.address);
    const fresh = { blob, address: URL.createObjectURL(blob) };
    this.#known.set(name, fresh);
    return fresh.address;
  }
}

async function isSame(one: Blob, other: Blob): Promise<boolean> {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  const [a, b] = await Promise.all([one.arrayBuffer(), other.arrayBuffer()]);
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  return left.every((byte, index) => byte === right[index]);
}
