/** What the command line tells of the themes. */
export { themeSummaries, type ThemeSummary } from './read/theme.ts';
