import type { Rule } from './rule.ts';

/**
 * Every rule by which finished files are judged. The list is closed: a test fails when no
 * defective file breaks a rule.
 */
export const preflightRules = {
  'pdf-unreadable': {
    severity: 'error',
    hint: 'Export the file again; if it came by mail or download, fetch it again.',
  },
  'pdf-encrypted': { severity: 'error', hint: 'Save the file without password and permissions.' },
  'pdf-box': {
    severity: 'error',
    hint: 'Export with TrimBox and BleedBox: the page as it is cut, and as it is printed.',
  },
  'pdf-page-size': { severity: 'error', hint: 'Make all pages the size the book is cut to.' },
  'pdf-bleed': {
    severity: 'warning',
    hint: 'Let it reach 3 mm over the edge, or keep it 6 mm away from it.',
  },
  'pdf-page-count': { severity: 'error', hint: 'Add or take away pages, or choose another binding.' },
  'pdf-font-embedded': { severity: 'error', hint: 'Embed all fonts when exporting.' },
  'pdf-font-type3': {
    severity: 'error',
    hint: 'Use a static TrueType font: variable fonts, colour fonts and artificial bold become Type 3.',
  },
  'pdf-font-unicode': {
    severity: 'error',
    hint: 'Export with a ToUnicode map, or readers can neither search nor hear the text.',
  },
  'pdf-glyph-missing': { severity: 'error', hint: 'Use a font that has the character.' },
  'pdf-text-cut': { severity: 'error', hint: 'Move the text inwards, or make it narrower.' },
  'pdf-colour-space': {
    severity: 'error',
    hint: 'Give colours as grey, CMYK or spot colours, or with an ICC profile.',
  },
  'pdf-rich-black': {
    severity: 'error',
    hint: 'Set black text in black ink alone (DeviceGray, or K of CMYK): four inks never meet exactly.',
  },
  'pdf-colour-in-black': { severity: 'error', hint: 'Convert the page to shades of grey.' },
  'pdf-ink-limit': {
    severity: 'error',
    hint: 'Convert the colour with a profile that keeps the limit; too much ink does not dry.',
  },
  'pdf-image-resolution': { severity: 'warning', hint: 'Use a larger original, or print it smaller.' },
  'pdf-hairline': { severity: 'warning', hint: 'Make lines 0.25 pt or more; finer ones may vanish.' },
  'pdf-screened-type': {
    severity: 'warning',
    hint: 'Set small letters in solid black, or make them larger.',
  },
  'pdf-spine-type': {
    severity: 'warning',
    hint: 'Give the spine fewer words (`cover: { spine: … }`), or the book a wider one: thicker paper or a smaller page.',
  },
  'pdf-transparency': {
    severity: 'warning',
    hint: 'Flatten it: the printer takes no transparency, and what its machines make of it may differ.',
  },
  'pdf-annotation': {
    severity: 'error',
    hint: 'Export without links, notes and form fields: a press cannot print them.',
  },
  'pdf-active': { severity: 'error', hint: 'Export without scripts, actions and attached files.' },
  'pdf-output-intent': {
    severity: 'error',
    hint: 'Export as PDF/X-4 with the colour profile of the press as its output intent.',
  },
  'pdf-x': { severity: 'error', hint: 'Export as PDF/X-4.' },
  'pdf-metadata': { severity: 'error', hint: 'Write the metadata anew, equal in XMP and information.' },
  'pdf-untagged': { severity: 'error', hint: 'Export as tagged PDF (PDF/UA).' },
  'pdf-ua': { severity: 'error', hint: 'Export as PDF/UA-1.' },
  'pdf-title': { severity: 'error', hint: 'Give the document a title, and have viewers show it.' },
  'pdf-language': { severity: 'error', hint: 'State the language with a BCP 47 tag such as en or de-AT.' },
  'pdf-tag-role': { severity: 'error', hint: 'Map the tag to a standard one in the RoleMap.' },
  'pdf-tag-nesting': { severity: 'error', hint: 'Mend the structure where the file was made.' },
  'pdf-alt': { severity: 'error', hint: 'Describe what is shown, or mark it as decoration.' },
  'pdf-link': { severity: 'error', hint: 'Tag the link, and give its annotation Contents.' },
  'pdf-heading-order': { severity: 'error', hint: 'Go down one level of headings at a time.' },
  'pdf-table-header': { severity: 'error', hint: 'Give header cells a Scope, or cells their Headers.' },
  'pdf-note-id': { severity: 'error', hint: 'Give every Note an ID of its own.' },
  'pdf-content-untagged': { severity: 'error', hint: 'Tag the content, or mark it as an artifact.' },
  'pdf-parent-tree': { severity: 'error', hint: 'Write the structure anew where the file was made.' },
  'pdf-tab-order': { severity: 'error', hint: 'Set the tab order of the page to follow the structure.' },
  'epub-cover': { severity: 'warning', hint: 'Give the book a cover: `cover: { image: … }` in book.yaml.' },
  'epub-cover-size': {
    severity: 'warning',
    hint: 'Export the cover upright with 1,600 × 2,560 pixels, which all stores take.',
  },
  'epub-cover-format': { severity: 'warning', hint: 'Export the cover as JPEG.' },
  'epub-image-size': {
    severity: 'warning',
    hint: 'Make the image smaller, or all of them: `epub: { images: { pixels: … } }` in book.yaml.',
  },
  'epub-media-type': {
    severity: 'warning',
    hint: 'Convert images to JPEG or PNG and fonts to TrueType; what plays belongs behind a link.',
  },
  'epub-size': {
    severity: 'warning',
    hint: 'Make the images smaller: `epub: { images: { pixels: …, quality: … } }` in book.yaml.',
  },
  'epub-text-size': {
    severity: 'warning',
    hint: 'Divide the chapter, or name the store in book.yaml (`epub: { store: … }`): builds then do it.',
  },
  'epub-file-name': {
    severity: 'warning',
    hint: 'Use letters from a to z, digits, hyphens and points only.',
  },
  'epub-encrypted': { severity: 'error', hint: 'Export the book without protection: stores add their own.' },
  'epub-remote': { severity: 'warning', hint: 'Put the file into the book, or link to it.' },
  'epub-script': { severity: 'warning', hint: 'See that the book can be read without it, or take it out.' },
  'epub-feature': { severity: 'warning', hint: 'See that the book can be read without it, or take it out.' },
  'epub-math': {
    severity: 'warning',
    hint: 'Give each formula an `alttext`, or a picture of it (`altimg`).',
  },
  'epub-navigation': { severity: 'error', hint: 'Export the book with a navigation document and an NCX.' },
  'epub-page-list': {
    severity: 'warning',
    hint: 'List the pages in the navigation document (`nav epub:type="page-list"`).',
  },
  'epub-fixed-layout': {
    severity: 'warning',
    hint: 'Let the text flow, unless pictures and words cannot be parted.',
  },
  'epub-metadata': { severity: 'error', hint: 'State it in the package document.' },
  'release-checksum': {
    severity: 'error',
    hint: 'Build the release again, or fetch the file again: it is not what was built.',
  },
  'release-file': { severity: 'error', hint: 'Build the release again.' },
  'provenance-missing': {
    severity: 'warning',
    hint: 'Build with --provenance; then the release says which commit and which programs it comes from.',
  },
  'provenance-mismatch': {
    severity: 'error',
    hint: 'Build the release again: one of both, the files or what is said of them, is of another build.',
  },
  'signature-missing': {
    severity: 'error',
    hint: 'Build with --sign, or fetch the signature from where the release is.',
  },
  'signature-invalid': {
    severity: 'error',
    hint: 'Fetch release and key again from people you trust: somebody else has made one of them.',
  },
  'signature-unknown': {
    severity: 'warning',
    hint: 'Name the public key of whoever should have signed: --signer FILE.',
  },
  'rebuild-impossible': {
    severity: 'error',
    hint: 'Rebuild where the revision is whole: a clone with its history, in which all of the manuscript is committed.',
  },
  'rebuild-differs': {
    severity: 'error',
    hint: 'Compare both with colophon diff; with the same programs the same revision gives the same bytes.',
  },
  'rebuild-tools': {
    severity: 'warning',
    hint: 'Install the programs that sbom.cdx.json names: npm ci with the lockfile of the revision does.',
  },
} as const satisfies Record<string, Rule>;

/** A rule by which a finished file is judged. */
export type PreflightRuleId = keyof typeof preflightRules;
