import type { Inspector } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import type { JudgedFile } from '../judged-file.ts';
import { Grounds } from './grounds.ts';
import { inspectBleed } from './inspect-bleed.ts';
import { inspectColours } from './inspect-colours.ts';
import type { Press } from './judge-paint.ts';
import { inspectImages } from './inspect-images.ts';
import { inspectLines } from './inspect-lines.ts';
import { inspectSpine } from './inspect-spine.ts';
import { inspectTransparency } from './inspect-transparency.ts';
import { inspectType } from './inspect-type.ts';
import { judgeAnnotations } from './judge-annotations.ts';
import { judgeOutputIntent } from './judge-output-intent.ts';
import { isOldStandard, judgeActive, judgePdfX, standardOf } from './judge-pdf-x.ts';
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
export function judgePress(findings: Findings, file: JudgedFile): Inspector[] {
  const { document, pages, metadata, expectations } = file;
  const standard = standardOf(metadata);
  const { components, profile } = judgeOutputIntent(findings, document);
  judgePdfX(findings, file);
  judgeActive(findings, document);
  for (const page of pages) judgeAnnotations(findings, page);
  const press: Press = {
    separation: new Separation(profile),
    profileFault: profileJudge(),
    outputComponents: components,
    inkLimit: expectations.ink ?? usualInkLimit,
    trustsProfile: expectations.trustsProfile === true,
    black: expectations.black === true,
    inksAlone: standard?.startsWith('PDF/X-1') === true ? standard : undefined,
  };
  const isOld = isOldStandard(standard);
  const isOpaque = isOld || expectations.opaque === true;
  const grounds = new Grounds(press.separation);
  return [
    inspectColours(findings, press),
    inspectImages(findings, expectations.resolution ?? usualResolution, press),
    inspectLines(findings, grounds, press.separation),
    inspectType(findings, grounds),
    inspectBleed(findings),
    ...(expectations.sides === undefined ? [] : [inspectSpine(findings, expectations.sides)]),
    ...(isOpaque ? [inspectTransparency(findings, grounds, isOld ? standard : undefined)] : []),
    // Behind all that ask what lies beneath.
    grounds.inspector,
  ];
}
