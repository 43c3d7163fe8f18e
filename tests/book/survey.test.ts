import { expect, it } from 'vitest';
import { surveyOf } from '../../src/book/survey.ts';
import { makeSection } from '../builders/hast-book.ts';

it('counts what matters to those who do not see the book', () => {
  const html =
    '<h2>a</h2><h4>b</h4><img src="a.png" alt="A" aria-details="x"><img src="b.png" alt="b.png">' +
    '<img src="c.png" alt=""><img src="d.png" alt="" role="presentation"><math></math><ruby>a</ruby>' +
    '<a role="doc-noteref">1</a><audio src="a.mp3"><p>a</p></audio><audio> <source src="a.mp3"></audio>' +
    '<video src="a.mp4"><track kind="captions">a</video><video src="a.mp4"><track kind="chapters"></video>';
  expect(surveyOf([makeSection('one', html).tree])).toEqual({
    pictures: 3,
    undescribed: 2,
    audio: 2,
    video: 2,
    untold: 2,
    uncaptioned: 1,
    skippedLevels: 1,
    formulas: 1,
    ruby: 1,
    longDescriptions: 1,
    // The section itself has one.
    roles: 2,
  });
});
