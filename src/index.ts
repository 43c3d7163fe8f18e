export { build, discardBuild, writeBuild, type BuildResult } from './build/build.ts';
export { site, writeSite, type SiteOptions, type SiteResult } from './build/site.ts';
export { watch, type Round, type WatchOptions } from './build/watch.ts';
export { editionNames, type EditionName } from './build/editions/editions.ts';
export type { OwnLocale } from './language/own-locale.ts';
export type { BuildOptions } from './build/options.ts';
export type { TaskTime } from './build/schedule.ts';
export { check, type CheckOptions, type CheckResult } from './commands/check.ts';
export { diff } from './commands/diff.ts';
export { verify, type VerifyOptions, type VerifyResult } from './commands/verify.ts';
export type { ReleaseChanges } from './compare/changes.ts';
export type { Artifact, ArtifactKind } from './book/artifact.ts';
export { isStored, type Bytes, type StoredBytes } from './book/bytes.ts';
export {
  sections,
  type Asset,
  type Assets,
  type Book,
  type Hast,
  type Heading,
  type Mdast,
  type Note,
  type Section,
} from './book/book.ts';
export { readBytes } from './machine/bytes/read-bytes.ts';
export type { Signing } from './book/signing.ts';
export { EnvironmentError, UsageError } from './book/errors.ts';
export type { Limits } from './book/limits.ts';
export type { Message } from './book/messages/messages.ts';
export type { Severity } from './book/messages/rule.ts';
export type { Metadata } from './book/metadata.ts';
export type { Page, PageMap } from './book/page-map.ts';
export type { RuleId } from './book/messages/rules.ts';
export { preview, type Preview, type PreviewedBuild, type PreviewOptions } from './preview/preview.ts';
