import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportedRelease } from './reported-release.ts';
import { number, section, table } from './section.ts';

/** The files of the release, as `sha256sum` knows them. */
export function filesSection({ files }: ReportedRelease): Element {
  const rows = files.map(({ path, size, sha256 }) => [path, number(size), h('code', sha256)]);
  return section('files', 'Files', [table('Files', ['File', 'Bytes', 'SHA-256'], rows, [1])]);
}
