import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const words =
  'the a of and to in that his it with was he for as on at by from her they sea ship captain whale water morning evening harbour wind sail deck crew voyage island horizon thunder lantern silence remembering extraordinary understanding nevertheless circumstance immeasurable conversation determination under over between before after against through without although because whenever'.split(
    ' ',
  );

/**
 * Writes a novel of 135 chapters, some 215,000 words and 22 notes to a folder: always the same
 * one, for want of a real book in the project.
 */
export async function writeNovel(folder) {
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
  for (let chapter = 1; chapter <= 135; chapter++) {
    const paragraphs = Array.from({ length: 12 + next(8) }, () =>
      Array.from({ length: 4 + next(4) }, sentence).join(' '),
    );
    if (chapter % 6 === 0) {
      paragraphs[2] += `[^1]`;
      paragraphs.push(`[^1]: ${sentence()}`);
    }
    const name = `${String(chapter).padStart(3, '0')}-chapter.md`;
    await writeFile(
      join(folder, name),
      `# Chapter of ${words[next(words.length)]}\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
  return folder;
}
