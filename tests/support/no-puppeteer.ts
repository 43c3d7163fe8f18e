/** What tests of the project `unit` get for puppeteer-core. */
export default {
  launch: () => {
    throw new Error('A unit test starts no browser; let its name end in .browser.test.ts');
  },
};
