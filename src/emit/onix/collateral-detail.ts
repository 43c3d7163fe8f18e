import type { Metadata } from '../../book/metadata.ts';
import type { ReleaseFacts } from '../release-facts.ts';
import { rightsStatement } from '../rights-statement.ts';
import { composite, field, optional, type Content } from './element.ts';
import { languageCodes } from './language-codes.ts';

/**
 * Block 2 of a product record: the description, and what the book says of its rights in its
 * own words (ONIX 3.0, P.14; code list 153).
 *
 * @param metadata the metadata of the book
 * @param facts the wording of its language
 */
export function collateralDetail(metadata: Metadata, { labels }: Pick<ReleaseFacts, 'labels'>): Content {
  const { notices, terms } = rightsStatement(metadata, labels);
  const { language } = languageCodes(metadata.language);
  return optional(
    'CollateralDetail',
    textContent('03', metadata.description, language),
    textContent('13', [...notices, ...terms].join(' '), language), // the publisher's notice
  );
}

function textContent(type: string, text: string | undefined, language: string): Content {
  const content = field('Text', text, { language, textformat: '06' }); // plain text
  if (content === undefined) return undefined;
  return composite('TextContent', field('TextType', type), field('ContentAudience', '00'), content);
}
