import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';

const book = `
title: The Whale and Other Creatures of the Deep
subtitle: A Natural History in Twelve Chapters
language: de
contributors:
  - { name: Ann Author, role: author }
  - { name: Tom Hand, role: translator }
publisher:
  name: Harpoon Press
  place: New Bedford
  url: https://harpoon.example
  address: "1 Quay Street\\nNew Bedford MA 02740"
  email: ahoy@harpoon.example
date: 2024-03-01
edition: Zweite Auflage
series: { name: Sea Tales, position: 2, issn: 0378-5955 }
original: { title: Whales, language: en, publisher: Sea Press, date: 2019 }
identifiers:
  epub: 978-3-16-148410-0
  print: 978-0-306-40615-7
  pdf: 979-10-343-0479-0
  doi: 10.1000/182
copyright:
  year: [2020, 2024]
  holder: Ann Author
  parts:
    - { of: translation, year: 2024, holder: Tom Hand }
    - { of: cover, year: 2024, holder: Cora Cover }
  license: CC-BY-NC-4.0
  funding: [Supported by the Foundation for the Natural History of the Sea.]
  reuse:
    attribution: When referencing our materials, please include an active hyperlink to the material.
    extract: { characters: 500 }
    permission: To reprint anything longer, written permission must be acquired from the publisher.
    contact: rights@harpoon.example
  mining: { reserved: true, policy: https://harpoon.example/tdm }
  credits:
    - { role: Umschlag, name: Cora Cover }
    - { role: Schrift, name: EB Garamond }
  disclaimer: All whales are fictitious.
  printings: 3
  colophon: true
print: { trim: A5 }
`;

describe('a rich copyright page', () => {
  let folder: string;
  let result: BuildResult;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-copyright-'));
    await mkdir(join(folder, 'manuscript'));
    await writeFile(join(folder, 'manuscript', 'book.yaml'), book);
    for (const name of ['1-one', '2-two']) {
      await writeFile(join(folder, 'manuscript', `${name}.md`), `# ${name}\n\nText.\n`);
    }
    result = await build(join(folder, 'manuscript'), { only: ['pdf'] });
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('fits the back of the title page at A5', () => {
    expect(result.messages).toEqual([]);
    const { anchors } = result.pageMap ?? { anchors: new Map<string, number>() };
    expect(anchors.get('title-page')).toBe(0);
    expect(anchors.get('copyright')).toBe(1);
    expect(anchors.get('contents')).toBe(2);
  });
});
