export { build, type BuildOptions, type BuildResult, type Edition } from './build/build.ts';
export { check, type CheckOptions, type CheckResult } from './commands/check.ts';
export type { Artifact, ArtifactKind } from './book/artifact.ts';
export { EnvironmentError, UsageError } from './book/errors.ts';
export type { Message } from './book/messages/messages.ts';
export type { Severity } from './book/messages/rule.ts';
export type { Metadata } from './book/metadata.ts';
export type { Page, PageMap } from './book/page-map.ts';
export type { RuleId } from './book/messages/rules.ts';
