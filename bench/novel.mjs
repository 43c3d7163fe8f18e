import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const words =
  'the a of and to in that his it with was he for as on at by from her they sea ship captain whale water morning evening harbour wind sail deck crew voyage island horizon thunder lantern silence remembering extraordinary understanding nevertheless circumstance immeasurable conversation determination under over between before after against through without although because whenever'.split(
    ' ',
  );

const dedication = `---
role: dedication
---

In token\\
of admiration\\
**this book is inscribed**\\
to nobody.
`;

const etymology = `---
role: preamble
subtitle: (Supplied by an Usher)
---

# Etymology

He loved to dust his old grammars; it mildly reminded him of his mortality.

> **Whale**. From roundness or rolling; for in Danish *hvalt* is arched or vaulted.

| Word | Language |
|---|---|
| חן | Hebrew |
| Κητος | Greek |
| Cetus | Latin |
| Whœl | Anglo-Saxon |
| Hval | Danish |
| Baleine | French |
| Ballena | Spanish |
`;

/**
 * Writes a novel of some 215,000 words to a folder: a dedication, an etymology with a table of
 * foreign words, pages of extracts, 135 chapters with 22 notes, verse and tables among them.
 * It is always the same one, for want of a real book in the project.
 *
 * @param {string} folder made where it is missing
 * @param {{ volumes?: number, notes?: number }} [size] how often as long, and with how many notes
 */
export async function writeNovel(folder, { volumes = 1, notes } = {}) {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'book.yaml'),
    'title: The Generated Novel\nlanguage: en\nprint: { trim: 6in x 9in }\n',
  );
  let state = 1851;
  // A linear congruential generator (Numerical Recipes): no clock, no Math.random.
  const next = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const sentence = () => {
    const chosen = Array.from({ length: 8 + next(22) }, () => words[next(words.length)]);
    const text = chosen
      .join(' ')
      .replace(/(\w+ \w+ \w+ \w+ \w+) /g, (part) => (next(3) === 0 ? `${part.trim()}, ` : part));
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  await writeFile(join(folder, '0000-dedication.md'), dedication);
  await writeFile(join(folder, '0001-etymology.md'), etymology);
  const extracts = Array.from({ length: 70 }, () => `> “${sentence()}”\n>\n> *${sentence()}*`);
  await writeFile(
    join(folder, '0002-extracts.md'),
    `---\nrole: preamble\nsubtitle: (Supplied by a Librarian)\n---\n\n# Extracts\n\n${extracts.join('\n\n')}\n`,
  );
  const chapters = 135 * volumes;
  /** How many notes a chapter has. */
  const notesIn = (chapter) =>
    notes === undefined
      ? Number(chapter % 6 === 0)
      : Math.floor((chapter * notes) / chapters) - Math.floor(((chapter - 1) * notes) / chapters);
  for (let chapter = 1; chapter <= chapters; chapter++) {
    const paragraphs = Array.from({ length: 12 + next(8) }, () =>
      Array.from({ length: 4 + next(4) }, sentence).join(' '),
    );
    const marked = paragraphs.length - 2;
    for (let note = 1; note <= notesIn(chapter); note++) {
      paragraphs[2 + ((note - 1) % marked)] += `[^${note}]`;
      paragraphs.push(`[^${note}]: ${sentence()}`);
    }
    if (chapter % 11 === 0) {
      const lines = Array.from({ length: 8 }, () =>
        Array.from({ length: 6 }, () => words[next(30)]).join(' '),
      );
      paragraphs.splice(
        3,
        0,
        `:::verse\n${lines.slice(0, 4).join('\n')}\n\n${lines.slice(4).join('\n')}\n:::`,
      );
    }
    if (chapter % 20 === 0) {
      const rows = Array.from(
        { length: 12 },
        () => `| ${words[next(words.length)]} | ${next(900)} | ${next(90)} |`,
      );
      paragraphs.splice(5, 0, `| Stowed | Barrels | Casks |\n|---|--:|--:|\n${rows.join('\n')}`);
    }
    const name = `${String(chapter + 2).padStart(4, '0')}-chapter.md`;
    await writeFile(
      join(folder, name),
      `# Chapter of ${words[next(words.length)]}\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
  return folder;
}
