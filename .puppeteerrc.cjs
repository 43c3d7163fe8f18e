// The pinned browser comes from the npm registry (@sparticuz/chromium), so that
// `npm ci` needs nothing but the registry. Whoever wants puppeteer's own build
// runs `npx puppeteer browsers install chrome-headless-shell`.
module.exports = { skipDownload: true };
