import type { Product } from '../../book/product.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { ReleaseFacts } from '../release-facts.ts';
import { translatedFrom } from '../translation.ts';
import { contributorsOf } from './contributors.ts';
import { composite, field, type Content } from './element.ts';
import { extentsOf } from './extents.ts';
import { languageCodes } from './language-codes.ts';
import { productForm } from './product-form.ts';
import { subjectsOf } from './subjects.ts';
import { collectionOf, titlesOf } from './titles.ts';

/**
 * Block 1 of a product record: what the product is (ONIX 3.0, P.3 to P.13).
 *
 * @param metadata the metadata of the book
 * @param product which of its products
 * @param facts what is known of the release
 */
export function descriptiveDetail(metadata: Metadata, product: Product, facts: ReleaseFacts): Content {
  return composite(
    'DescriptiveDetail',
    productForm(metadata, product, facts),
    collectionOf(metadata),
    titlesOf(metadata),
    contributorsOf(metadata),
    field('EditionStatement', metadata.edition),
    languagesOf(metadata),
    extentsOf(product, facts),
    subjectsOf(metadata.subjects),
  );
}

/** Code list 22: the languages of the text, and the one it was translated from. */
function languagesOf(metadata: Metadata): Content {
  const source = translatedFrom(metadata);
  const all = [metadata.language, ...(metadata.languages ?? [])];
  return [...all.map((tag) => languageOf('01', tag)), source && languageOf('02', source.language)];
}

function languageOf(role: string, tag: string): Content {
  const { language, country, script } = languageCodes(tag);
  return composite(
    'Language',
    field('LanguageRole', role),
    field('LanguageCode', language),
    field('CountryCode', country),
    field('ScriptCode', script),
  );
}
