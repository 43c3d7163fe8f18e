import type { RunningBrowser } from './browser.ts';
import { print } from '../print.ts';

/**
 * Prints two pages with a contents entry and a right-hand opening: whether this browser lets a
 * page measure its own print layout, on which every page number rests.
 *
 * @throws EnvironmentError where it does not
 */
export async function testPrintLayout({ browser }: RunningBrowser): Promise<void> {
  const html =
    '<!doctype html><html lang="en"><title>Test</title><style>@page { size: 300pt; margin: 0 } body { margin: 0 } .blank-page, #b { break-before: page }</style><body><section id="a"><p data-page-of="b"></p></section>' +
    '<section id="b"><p>B</p></section></body></html>';
  const section = { head: '', furniture: 'none' } as const;
  await print(browser, new Map([['/', { bytes: html, mediaType: 'text/html' }]]), {
    textWidth: 400,
    bookHead: '',
    firstBody: 'a',
    sections: [
      { ...section, id: 'a', opens: 'right' },
      { ...section, id: 'b', opens: 'right' },
    ],
  });
}
