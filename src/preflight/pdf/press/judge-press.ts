import type { Inspector } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import type { JudgedFile } from '../judged-file.ts';
import { inspectBleed } from './inspect-bleed.ts';
import { inspectColours } from './inspect-colours.ts';
import type { Press } from './judge-paint.ts';
import { inspectImages } from './inspect-images.ts';
import { inspectLines } from './inspect-lines.ts';
import { inspectTransparency } from './inspect-transparency.ts';
import { judgeAnnotations } from './judge-annotations.ts';
import { judgeOutputIntent } from './judge-output-intent.ts';
import { judgeActive, judgePdfX } from './judge-pdf-x.ts';
import { profileJudge } from './profile-fault.ts';
import { Separation } from './separation.ts';

/** Percent; what coated paper on sheet-fed presses takes. */
const usualInkLimit = 300;

/** Pixels an inch. */
const usualResolution = { least: 150, wanted: 300 };

/**
 * Judges what is peculiar to files for the press.
 *
 * @returns what looks at the content
 */
export function judgePress(
  findings: Findings,
  { document, pages, metadata, header, expectations }: JudgedFile,
): Inspector[] {
  const { components, profile } = judgeOutputIntent(findings, document);
  judgePdfX(findings, document, header, metadata);
  judgeActive(findings, document);
  for (const page of pages) judgeAnnotations(findings, page);
  const press: Press = {
    separation: new Separation(profile),
    profileFault: profileJudge(),
    outputComponents: components,
    inkLimit: expectations.ink ?? usualInkLimit,
    trustsProfile: expectations.trustsProfile === true,
    black: expectations.black === true,
  };
  return [
    inspectColours(findings, press),
    inspectImages(findings, expectations.resolution ?? usualResolution, press),
    inspectLines(findings),
    inspectBleed(findings),
    ...(expectations.opaque === true ? [inspectTransparency(findings)] : []),
  ];
}
