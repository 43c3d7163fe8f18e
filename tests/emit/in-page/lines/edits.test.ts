import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { paragraphEditor, type Edit } from '../../../../src/emit/in-page/lines/edits.ts';
import type { PutHyphens } from '../../../../src/emit/in-page/lines/put-hyphens.ts';
import type { Run } from '../../../../src/emit/in-page/lines/runs.ts';
import { textSupply } from '../../../../src/emit/in-page/lines/text-supply.ts';
import { serif as face } from '../../../builders/face.ts';

const put: PutHyphens = {
  add: () => undefined,
  forget: () => undefined,
  findIdle: () => undefined,
  hasStray: () => false,
};

const closer: Edit[] = [{ at: 4, until: 8, spacing: 1 }];

/** An editor of the paragraph “one two three”, and how many texts it has taken of those a print knows. */
function editor() {
  const { document, Text } = parseHTML('<p>one two three</p>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('DocumentFragment', function () {
    return document.createDocumentFragment();
  });
  vi.stubGlobal('Text', Text);
  let taken = 0;
  const supply = textSupply(() => {
    taken++;
    return document.createTextNode('');
  });
  const paragraph = document.querySelector('p')!;
  const runs = [{ node: paragraph.firstChild, face, points: [] }] as unknown as Run[];
  return { ...paragraphEditor({ runs }, supply, put), supply, paragraph, taken: () => taken };
}

afterEach(() => vi.unstubAllGlobals());

describe('paragraphEditor', () => {
  test('sets a part by itself, and takes that back', () => {
    const { paragraph, apply, takeBack } = editor();
    apply(closer);
    expect(paragraph.innerHTML).toMatch(/^one <span [^>]*>two <\/span>three$/);
    takeBack();
    expect(paragraph.innerHTML).toBe('one two three');
  });

  test('uses texts again that stood in the document when the print began', () => {
    const { apply, takeBack, supply, taken } = editor();
    apply(closer);
    supply.beginPrint();
    takeBack();
    apply(closer);
    takeBack();
    apply(closer);
    expect(taken()).toBe(0);
  });

  test('uses no text again that had no place then: the tags of the print do not know it', () => {
    const { apply, takeBack, supply, taken } = editor();
    apply(closer);
    takeBack();
    supply.beginPrint();
    apply(closer);
    expect(taken()).toBe(2);
    takeBack();
    apply([{ at: 7 }]);
    supply.beginPrint();
    takeBack();
    apply(closer);
    expect(taken()).toBe(4);
  });
});
