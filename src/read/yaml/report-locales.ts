import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { tagOfLocale } from '../values/language-tag.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

/**
 * Reports languages that are written as names of locales (`en_US`) and read as the tags they are meant for.
 *
 * @param file the file the document came from
 * @param document the document
 */
export function reportLocales(file: VFile, document: YamlDocument): void {
  walk(document.value, []);

  function walk(value: unknown, path: Path): void {
    if (typeof value === 'string') {
      const key = path.findLast((step) => typeof step === 'string');
      const tag = key === 'language' || key === 'languages' ? tagOfLocale(value.trim()) : undefined;
      if (tag === undefined) return;
      report(file, 'language-tag', `"${value.trim()}" is read as ${tag}`, document.valueAt(path), {
        hint: `Write ${tag}, with a hyphen.`,
        severity: 'warning',
      });
    } else if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) walk(entry, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key]);
    }
  }
}
