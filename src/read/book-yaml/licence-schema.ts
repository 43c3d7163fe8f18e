import { licenceOf, type Licence } from '../../book/licence.ts';
import { licenceAt, parseLicence } from '../values/licences.ts';
import { either, mapping, parsed, text, url } from '../yaml/schema.ts';

/** A licence by its SPDX id, or by name and address; a known address brings the id along. */
export const licence = either<Licence, Licence>(
  parsed('an SPDX licence id', parseLicence),
  mapping({ name: text(), url: url().exactOptional() }).transform((written): Licence => {
    const id = licenceAt(written.url)?.id;
    return licenceOf(id === undefined ? written : { id, ...written });
  }),
);
