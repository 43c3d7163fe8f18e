/** What the command line tells of the themes. */
export { themeSummaries } from '../read/templates/theme.ts';
