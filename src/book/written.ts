/** An element of a finished book, and where it was written. */
export interface WrittenPlace {
  /** Characters of its section's text before it; blanks are left out, and what joins marks to words, which the e-book does without. */
  readonly characters: number;
  /** Elements begun since the last of them, with this one. */
  readonly elements: number;
  /** Path in the folder of the manuscript. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Index of the page of the printed book that begins with it or in it, or on which it is known to be. */
  readonly page?: number;
  /** The picture that it is. */
  readonly picture?: WrittenPicture;
}

/** What is known of a picture of the manuscript. */
export interface WrittenPicture {
  /** In the folder of the manuscript. */
  readonly path: string;
  readonly mediaType?: string | undefined;
  /** CSS pixels, where the format states them. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Where the sections of a book were written: the places of each in reading order, by its id, in the order of the book. */
export type WrittenBook = ReadonlyMap<string, ReadonlyArray<WrittenPlace>>;

/** The same as a manifest has it. */
export interface KeptPlaces {
  /** The files of the manuscript. */
  readonly files: ReadonlyArray<string>;
  /**
   * The places of each section, with blanks between them: `12,1,37:5p3i0f1` is twelve characters behind the last, the
   * first element there, in line 37 and column 5, on the page of index 3, the medium of index 0, in the file of index 1.
   * What is as usual is left out: the first column, the file of the last place.
   */
  readonly sections: Readonly<Record<string, string>>;
}

/**
 * The places as they are kept: lines, pages and pictures, so that of the elements of one line the first alone is
 * there.
 *
 * @param media the pictures by their index
 */
export function keptPlaces(book: WrittenBook, media: ReadonlyArray<{ readonly path: string }>): KeptPlaces {
  const files = new Map<string, number>();
  const indexOf = (file: string): number => {
    const index = files.get(file) ?? files.size;
    files.set(file, index);
    return index;
  };
  const pictures = new Map(media.map(({ path }, index) => [path, index]));
  const sections = [...book].map(([id, places]) => {
    let last = { characters: 0, file: -1, line: 0 };
    const words = places.flatMap((place) => {
      const { characters, elements, line, column, page } = place;
      const file = indexOf(place.file);
      const picture = pictures.get(place.picture?.path ?? '');
      if (file === last.file && line === last.line && page === undefined && picture === undefined) return [];
      const word = [
        `${characters - last.characters},${elements},${line}`,
        ...(column === 1 ? [] : [`:${column}`]),
        ...(page === undefined ? [] : [`p${page}`]),
        ...(picture === undefined ? [] : [`i${picture}`]),
        ...(file === last.file ? [] : [`f${file}`]),
      ];
      last = { characters, file, line };
      return [word.join('')];
    });
    return [id, words.join(' ')] as const;
  });
  return {
    files: [...files.keys()],
    sections: Object.fromEntries(sections.filter(([, text]) => text !== '')),
  };
}

const kept = /^(\d+),(\d+),(\d+)(?::(\d+))?(?:p(\d+))?(?:i(\d+))?(?:f(\d+))?$/;

/** The places that a manifest has kept; what is none is passed over. */
export function writtenBook(
  { files, sections }: KeptPlaces,
  media: ReadonlyArray<WrittenPicture>,
  order: ReadonlyArray<string>,
): WrittenBook {
  return new Map(
    order.map((id) => {
      let [characters, file] = [0, ''];
      const places = (sections[id] ?? '').split(' ').flatMap((word): WrittenPlace[] => {
        const [, further, elements, line, column = 1, page, picture, index] = kept.exec(word) ?? [];
        if (further === undefined) return [];
        characters += Number(further);
        if (index !== undefined) file = files[Number(index)] ?? '';
        const shown = picture === undefined ? undefined : media[Number(picture)];
        return [
          {
            characters,
            elements: Number(elements),
            file,
            line: Number(line),
            column: Number(column),
            ...(page !== undefined && { page: Number(page) }),
            ...(shown !== undefined && { picture: shown }),
          },
        ];
      });
      return [id, places];
    }),
  );
}
