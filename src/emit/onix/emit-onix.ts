import { x } from 'xastscript';
import { products, type Product } from '../../book/product.ts';
import type { Metadata } from '../../book/metadata.ts';
import { isbnOf, productUrn } from '../identity.ts';
import { productsOf, type ReleaseFacts } from '../release-facts.ts';
import { xmlOf } from '../xml-text.ts';
import { collateralDetail } from './collateral-detail.ts';
import { descriptiveDetail } from './descriptive-detail.ts';
import { composite, field, flag, type Content, type Element } from './element.ts';
import { languageCodes } from './language-codes.ts';
import { allIdentifiers } from './product-identifiers.ts';
import { productSupply } from './product-supply.ts';
import { publisherName, publishingDetail } from './publishing-detail.ts';
import { relatedMaterial } from './related-material.ts';

/**
 * The ONIX message that tells the trade of a release: a record for each of its products, equal
 * for equal input.
 *
 * Release 3.0 with reference names, as those who read 3.1 read it too (ONIX for Books 3.0;
 * code lists of issue 75).
 *
 * @param metadata the metadata of the book
 * @param facts what is known of the release
 */
export function emitOnix(metadata: Metadata, facts: ReleaseFacts): Uint8Array {
  const sold = productsOf(metadata, facts);
  const records = sold.map((product) => record(metadata, product, facts));
  const message = x(
    'ONIXMessage',
    { release: '3.0', xmlns: 'http://ns.editeur.org/onix/3.0/reference' },
    header(metadata),
    ...(records.length === 0 ? [flag('NoProduct')] : records),
  );
  const declaration = {
    type: 'instruction',
    name: 'xml',
    value: 'version="1.0" encoding="UTF-8"',
  } as const;
  return Buffer.from(`${xmlOf(x(null, declaration, message))}\n`);
}

function header(metadata: Metadata): Element {
  const sent = new Date(metadata.modified).toISOString();
  return composite(
    'Header',
    composite(
      'Sender',
      field('SenderName', publisherName(metadata) ?? metadata.title),
      field('EmailAddress', metadata.publisher?.email),
    ),
    field('SentDateTime', `${sent.slice(0, 19).replaceAll(/[-:]/g, '')}Z`),
    field('DefaultLanguageOfText', languageCodes(metadata.language).language),
  );
}

function record(metadata: Metadata, product: Product, facts: ReleaseFacts): Element {
  const sold = productsOf(metadata, facts);
  const known = products.filter((other) => sold.includes(other) || isbnOf(metadata, other) !== undefined);
  return composite(
    'Product',
    field('RecordReference', productUrn(metadata, product)),
    field('NotificationType', '03'), // confirmed on publication
    source(metadata),
    allIdentifiers(metadata, product),
    descriptiveDetail(metadata, product, facts),
    collateralDetail(metadata, facts),
    publishingDetail(metadata),
    relatedMaterial(metadata, product, known),
    productSupply(metadata, product),
  );
}

function source(metadata: Metadata): Content {
  const name = publisherName(metadata);
  if (name === undefined) return undefined;
  return [field('RecordSourceType', '01'), field('RecordSourceName', name)];
}
