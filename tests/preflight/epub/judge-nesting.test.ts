import { expect, it } from 'vitest';
import { judgeNesting } from '../../../src/preflight/epub/judge-nesting.ts';
import { makeEpub } from './make-epub.ts';

async function judged(body: string): Promise<string[]> {
  const messages = await judgeNesting(await makeEpub(body), 'book.epub');
  return messages.map(
    ({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`,
  );
}

it('finds blocks in what holds running text alone', async () => {
  const refused = (column: number, element: string, around: string, line = 4): string =>
    `book.epub/EPUB/text.xhtml:${line}:${column} epubcheck/RSC-005 element "${element}" not allowed here: "${around}" holds running text alone`;
  expect(await judged('<p>a\n<p>b</p></p>')).toEqual([refused(1, 'p', 'p', 5)]);
  expect(await judged('<p>a <a href="#b"><ins><div>b</div></ins></a></p>')).toEqual([
    refused(30, 'div', 'p'),
  ]);
  expect(
    await judged('<h1>a <!-- <p> --><em title="&gt; >"><table><tr><td>b</td></tr></table></em></h1>'),
  ).toEqual([refused(44, 'table', 'em')]);
  expect(await judged('<p>a <button><ul><li>b</li></ul></button><li>c</li></p>')).toEqual([
    refused(20, 'ul', 'button'),
    refused(48, 'li', 'p'),
  ]);
});

it.each([
  '<div><a href="#b"><p id="b">a</p></a><ins><ul><li><p>b</p></li></ul></ins></div>',
  '<p>a <ruby>b<rt>c</rt></ruby> <img src="a.png" alt=""/> <br/> <audio><source src="a.mp3"/><a href="#b">c</a></audio></p>',
  '<p><svg xmlns="http://www.w3.org/2000/svg"><g><foreignObject><p>a</p></foreignObject><rect/></g></svg></p>',
  '<p><m:math><m:mrow><m:mi>x</m:mi></m:mrow></m:math><math><mtable><mtr><mtd>1</mtd></mtr></mtable></math></p>',
  '<p><![CDATA[<p>]]> <?php <p> ?> <span title="&lt;p>">a</span></p>',
])('finds nothing in %s', async (body) => {
  expect(await judged(body)).toEqual([]);
});
