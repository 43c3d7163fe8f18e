import { describe, expect, it } from 'vitest';
import { hasPagesAlone } from '../../../src/prove/pages/pages-alone.ts';
import { makeEpub } from '../../preflight/epub/make-epub.ts';

const mark = '<span id="page-2" role="doc-pagebreak" epub:type="pagebreak" aria-label="2"></span>';
const toPages = '<p class="notes-to-pages">Notes to page <a href="#n">2</a></p>';

describe('hasPagesAlone', () => {
  it.each([
    ['nothing else', '<p>White whale</p>', '<p>White whale</p>', true],
    ['a mark of a page', `<p>White ${mark}whale</p>`, '<p>White whale</p>', true],
    ['to which page notes are', `${toPages}<ol><li>Green</li></ol>`, '<ol><li>Green</li></ol>', true],
    ['another word', `<p>White ${mark}wale</p>`, '<p>White whale</p>', false],
    ['a word less', `<p>${mark}whale</p>`, '<p>White whale</p>', false],
    ['a word more', `<p>White, white ${mark}whale</p>`, '<p>White whale</p>', false],
    ['a mark with words', `<p>${mark.replace('</', 'White </')}whale</p>`, '<p>whale</p>', false],
    ['no mark', '<p>White whale</p>', `<p>White ${mark}whale</p>`, false],
  ])('%s', async (_, marked, other, isSo) => {
    expect(await hasPagesAlone(await makeEpub(marked), await makeEpub(other))).toBe(isSo);
  });
});
