import { describe, expect, it } from 'vitest';
import { conservationIn, proveEpub } from '../../../src/build/work/prove-epub.ts';
import type { Conservation } from '../../../src/build/work/conservation.ts';
import { makeEpub } from '../../preflight/epub/make-epub.ts';

const mark = '<span id="page-2" role="doc-pagebreak" epub:type="pagebreak" aria-label="2"></span>';
const nothing = { notes: [], text: [] };
const found: Conservation = {
  notes: { count: { notes: 7 }, messages: [] },
  text: { count: { words: 7, found: 7 }, messages: [] },
};

describe('proveEpub', () => {
  it('takes over what was found in a draft that lacked the pages alone', async () => {
    const draft = { epub: await makeEpub('<p>White whale</p>'), found };
    const epub = await makeEpub(`<p>White ${mark}whale</p>`);
    expect(await proveEpub(epub, nothing, 'a.epub', undefined, draft)).toEqual({
      ...found,
      pages: undefined,
    });
  });

  it('proves the file itself where it is another one, or nothing was found before', async () => {
    const draft = { epub: await makeEpub('<p>White whale</p>'), found };
    const epub = await makeEpub(`<p>White ${mark}wale</p>`);
    const itself = { ...(await conservationIn(epub, nothing)), pages: undefined };
    expect(itself.text).not.toEqual(found.text);
    expect(await proveEpub(epub, nothing, 'a.epub', undefined, draft)).toEqual(itself);
    expect(await proveEpub(epub, nothing, 'a.epub', undefined)).toEqual(itself);
  });
});
