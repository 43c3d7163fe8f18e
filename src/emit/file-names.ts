/**
 * Hands out file names for one folder: ASCII letters, digits, hyphens, dots and underscores,
 * unique even where case does not count (EPUB Open Container Format 3.3, 4.2.2).
 */
export class FileNames {
  readonly #taken = new Set<string>();

  /**
   * A name as near to the wish as possible.
   *
   * @param stem the wished name without extension
   * @param extension the extension without dot
   */
  allocate(stem: string, extension: string): string {
    const ascii =
      stem
        .normalize('NFKD')
        .replaceAll(/[^\w.-]+/g, (run) => (/^\p{M}+$/u.test(run) ? '' : '-'))
        .replaceAll(/^[-.]+|[-.]+$/g, '')
        .slice(0, longest) || 'file';
    let name = `${ascii}.${extension}`;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count += 1)
      name = `${ascii}-${count}.${extension}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** Some reading systems unpack into deep folders of file systems that allow 255 bytes a name. */
const longest = 80;
