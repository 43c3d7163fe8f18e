import type { PDFDict, PDFDocument } from 'pdf-lib';
import { arrayOf, asDict, nameOf, streamOf, textOf } from '../../../pdf/look-up.ts';
import { decodedBytes } from '../../../pdf/streams.ts';
import type { Findings } from '../findings.ts';
import { iccFacts } from '../../../pdf/icc-profile.ts';
import { profileFault } from './profile-fault.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** What a file says of the press. */
export interface OutputIntent {
  /** Its number of inks; none where there is no output intent for a press. */
  readonly components: number | undefined;
  /** An ICC profile for four inks. */
  readonly profile: Uint8Array | undefined;
}

/** Judges the output intent for the press (ISO 15930-7, 6.3) and reads it. */
export function judgeOutputIntent(findings: Findings, document: PDFDocument): OutputIntent {
  const intent = pressIntent(document);
  if (intent === undefined) {
    findings.add(
      'pdf-output-intent',
      'The file does not say for which press it is made: it has no output intent',
    );
    return { components: undefined, profile: undefined };
  }
  if ((textOf(intent, 'OutputConditionIdentifier') ?? '') === '')
    findings.add('pdf-output-intent', 'The output intent does not name its printing condition');
  const stream = streamOf(intent, 'DestOutputProfile');
  if (stream === undefined) {
    findings.add('pdf-output-intent', 'The output intent has no colour profile');
    return { components: 4, profile: undefined };
  }
  const bytes = decodedBytes(stream);
  if (bytes === undefined) {
    findings.add('pdf-output-intent', 'The colour profile of the output intent cannot be unpacked');
    return { components: 4, profile: undefined };
  }
  const profile = iccFacts(bytes);
  const fault =
    profileFault(profile) ??
    (profile.deviceClass === 'prtr' ? undefined : 'is not that of a printing press or printer');
  if (fault !== undefined)
    findings.add('pdf-output-intent', `The colour profile of the output intent ${fault}`);
  const components = componentsOf[profile.space];
  return { components, profile: components === 4 && fault === undefined ? bytes : undefined };
}

const componentsOf = dictionary<number>({ GRAY: 1, 'RGB ': 3, 'Lab ': 3, CMYK: 4 });

/** The output intent for PDF/X. */
export function pressIntent({ catalog }: PDFDocument): PDFDict | undefined {
  return arrayOf(catalog, 'OutputIntents')
    .flatMap((intent) => asDict(intent) ?? [])
    .find((intent) => nameOf(intent, 'S') === 'GTS_PDFX');
}
