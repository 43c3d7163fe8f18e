import { roles, type Role } from '../../book/roles.ts';
import { markdownPath } from '../files/markdown-path.ts';
import { mapping, oneOf, text, truth } from '../yaml/schema.ts';

/** The roles that stand at the back of the book, where the section of notes has its place. */
const backRoles = (Object.keys(roles) as Role[]).filter(
  (role) => roles[role] === 'back' && role !== 'endnotes',
);

/** The key `notes` of book.yaml. */
export const notes = mapping({
  place: oneOf('book', 'chapter', 'foot').exactOptional(),
  numbering: oneOf('book', 'chapter', 'page').exactOptional(),
  continued: truth().exactOptional(),
  short: oneOf('below', 'beside', 'columns').exactOptional(),
  form: oneOf('hanging', 'run-in').exactOptional(),
  title: text().exactOptional(),
  introduction: text().exactOptional(),
  before: oneOf(...backRoles).exactOptional(),
  style: oneOf('footnotes', 'bracketed').exactOptional(),
  marked: mapping({
    place: oneOf('chapter', 'foot').exactOptional(),
    signs: oneOf('symbols', 'letters').exactOptional(),
    title: text().exactOptional(),
  }).exactOptional(),
  file: markdownPath.exactOptional(),
});
