import { sections, type Hast, type Section } from '../book/book.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Message } from '../book/messages/messages.ts';
import { checkLaidOut } from '../lint/printer/check-laid-out.ts';
import type { Truth } from '../prove/facts/check-facts.ts';
import type { Job } from './job.ts';
import type { Made } from './make.ts';

/** What finished files were found to be, held to the book and to its printer. */
export interface Proved {
  /** Of the files for the printer that book.yaml names. */
  readonly preflight: ReadonlyArray<Message>;
}

/** Holds what was made to the manuscript and to the printer; what the editions proved is gathered. */
export async function prove(made: Made, { findings }: Job): Promise<Proved> {
  for (const { notes, text, checks, further } of Object.values(made.proofs)) {
    findings.addPlaced([...notes.messages, ...text.messages]);
    findings.addFinished([...Object.values(checks ?? {}).flat(), ...(further ?? [])]);
  }
  const preflight = await preflightOf(made);
  findings.addFinished(preflight);
  return { preflight };
}

/** What has been told at its place in book.yaml is not asked of the files again. */
const toldBefore = { trims: undefined, pageLimits: undefined, pageMultiple: undefined } as const;

/** The image on the front has been judged where book.yaml names it. */
const anyResolution = { least: 0, wanted: 0 } as const;

async function preflightOf({ making, printed, files, covers }: Made): Promise<Message[]> {
  const { printing, metadata } = making.source.manuscript;
  if (printing === undefined || printed === undefined) return [];
  const { language, print } = metadata;
  const pages = printed.pageMap.pages.length;
  checkLaidOut(print, printing, { pages, ...printed.geometry });
  if (!printing.chosen) return [];
  const [{ preflight }, { expectationsOf }] = await Promise.all([
    import('../preflight/pdf/preflight.ts'),
    import('../preflight/pdf/release-expectations.ts'),
  ]);
  const knowsMissing = making.composed.missing.size > 0;
  const found: Message[] = [];
  for (const file of [files.press, covers.cover]) {
    if (file === undefined) continue;
    const expected = expectationsOf(file.kind, { language, print, pages }, printing.printer);
    found.push(
      ...(await preflight(file.bytes, file.path, {
        ...expected,
        ...toldBefore,
        knowsMissing,
        ...(file.kind === 'cover' && { resolution: anyResolution }),
      })),
    );
  }
  return found;
}

/** What every file of the release must say of the book. */
export function truthOf({ making, printed }: Made): Truth {
  const { book } = making.composed;
  const page = sections(book).find(({ role }) => role === 'copyright-page');
  return {
    metadata: book.metadata,
    labels: book.labels,
    ...(printed !== undefined && { pages: printed.pageMap.pages.length }),
    ...(page && {
      copyrightPage: {
        id: page.id,
        page: printed?.pageMap.anchors.get(page.id),
        origin: originOf(page, making.source.manuscript),
      },
    }),
  };
}

/** Who made the copyright page: the program, a publisher's template, or the author in a file of its own. */
function originOf(page: Section<Hast>, manuscript: Manuscript): 'generated' | 'template' | 'author' {
  if (manuscript.sources.some((source) => source.kind === 'file' && source.file === page.file))
    return 'author';
  return manuscript.copyrightTemplate.path.startsWith('templates/') ? 'generated' : 'template';
}
