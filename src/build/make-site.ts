import type { Artifact } from '../book/artifact.ts';
import { isStored, type Bytes } from '../book/bytes.ts';
import { accessibilityOf } from '../emit/accessibility.ts';
import { emitSchemaOrg } from '../emit/schema-org/emit-schema-org.ts';
import { emitSite } from '../emit/site/emit-site.ts';
import { forProducts } from '../html/for-products.ts';
import { keepBytes } from '../machine/bytes/keep-bytes.ts';
import { readBytes } from '../machine/bytes/read-bytes.ts';
import { proveSiteText } from '../prove/text/site-text.ts';
import { artifact } from '../release/artifacts.ts';
import { checksumsName, checksumsOf } from '../book/manifest.ts';
import type { ComposedBook } from './composed-book.ts';
import { fitPictures } from './editions/fit-pictures.ts';
import { reportUnfit } from './editions/report-unfit.ts';
import type { Job } from './job.ts';
import type { Source } from './source.ts';

/** The files of a site, each page of which has been held to the manuscript. */
export async function makeSite(source: Source, composed: ComposedBook, job: Job): Promise<Artifact[]> {
  const book = forProducts(composed.book, 'epub');
  const { metadata, labels } = book;
  const { assets, unfit } = await fitPictures(composed.assets, metadata, job.makePicture, job.scratch.path);
  if (unfit.length > 0) reportUnfit(unfit, composed.references);
  const accessibility = accessibilityOf(book, assets, false);
  const data = Buffer.from(emitSchemaOrg(metadata, { labels, files: {}, accessibility })).toString('utf8');
  const looks = {
    fonts: metadata.epub.fonts ? composed.fonts : [],
    stylesheet: `${source.theme.stylesheets.epub}${composed.scriptStyles.epub}\n${source.stylesheet}`,
  };
  const files = await emitSite(book, assets, looks, data.trim());
  const pages = [...files].flatMap(([name, text]) =>
    name.endsWith('.html') && typeof text === 'string' ? [text] : [],
  );
  job.findings.addFinished(proveSiteText(pages, composed.expected().text));
  const made: Artifact[] = [];
  for (const [name, content] of files)
    made.push(artifact(name, 'site', await ownBytes(content, job.scratch.path)));
  const sums = artifact(checksumsName, 'checksums', Buffer.from(checksumsOf(made)));
  return [...made, sums];
}

/** The bytes as those of a finished file: what lies in the manuscript stays there, and is copied. */
async function ownBytes(content: string | Bytes, scratch: string): Promise<Bytes> {
  if (typeof content === 'string') return Buffer.from(content);
  return isStored(content) ? keepBytes(await readBytes(content), scratch) : content;
}
