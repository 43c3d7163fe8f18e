import { z } from 'zod';
import { canonicalTag } from '../../language/tag.ts';
import { parseLanguage } from '../values/language-tag.ts';
import { text } from '../yaml/schema.ts';

/** Files that tell of languages, by tag: the key `locales` of book.yaml. */
export const locales = z
  .record(z.string(), text('the path of a .yaml file that tells of the language'), {
    error: 'a mapping of language tags to files, such as gsw: locales/gsw.yaml',
  })
  .superRefine((named, context) => {
    for (const tag of Object.keys(named)) {
      if (canonicalTag(tag) !== undefined) continue;
      context.addIssue({
        code: 'custom',
        message: 'a BCP 47 language tag',
        path: [tag],
        params: { fault: parseLanguage(tag) },
      });
    }
  });
