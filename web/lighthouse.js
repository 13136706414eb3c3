/**
 * Lighthouse (mobile) on the overview, signed in, of a running local stack: `make lighthouse`. The
 * reports go to .lighthouse/; falling short of what the page promises is an error.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

/** What each category has to reach, of 100. */
const PROMISED = { performance: 95, accessibility: 100, 'best-practices': 100 };
const EMAIL = 'demo@example.com';
const PASSWORD = 'Local-demo-2026!';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, process.env.EXPENSE_TRACKER_LOCAL ?? '.local');
const { app_url: app } = JSON.parse(readFileSync(join(folder, 'outputs.json'), 'utf8'));

const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}` });
  const page = await browser.newPage();
  await signIn(page);
  // A first visit, but of somebody who is signed in: Lighthouse's own reset would sign out.
  const protocol = await page.createCDPSession();
  await protocol.send('Network.clearBrowserCache');
  const result = await lighthouse(
    `${app}/`,
    { port: chrome.port, output: ['html', 'json'], logLevel: 'error', disableStorageReset: true },
    { extends: 'lighthouse:default', settings: { onlyCategories: Object.keys(PROMISED) } },
    page,
  );
  await browser.disconnect();
  if (!result) throw new Error('Lighthouse gave no result');
  process.exitCode = report(result);
} finally {
  chrome.kill();
}

/** @param {import('puppeteer-core').Page} page */
async function signIn(page) {
  await page.goto(app);
  const button = await page.waitForSelector('sign-in button');
  await Promise.all([page.waitForNavigation(), button?.click()]);
  await page.type('input[name=username]', EMAIL);
  await page.type('input[name=password]', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForSelector('category-trend canvas');
  await page.waitForNetworkIdle();
  await page.goto('about:blank');
}

/**
 * @param {import('lighthouse').RunnerResult} result
 * @returns {number} the status to exit with
 */
function report({ lhr, report: files }) {
  const reports = join(root, '.lighthouse');
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, 'overview.html'), files[0]);
  writeFileSync(join(reports, 'overview.json'), files[1]);
  let status = 0;
  for (const [name, least] of Object.entries(PROMISED)) {
    const score = Math.round((lhr.categories[name].score ?? 0) * 100);
    const falls = score < least;
    if (falls) status = 1;
    process.stdout.write(`${name.padEnd(16)}${score}${falls ? `  (promised: ${least})` : ''}\n`);
  }
  const requests = /** @type {{transferSize: number}[]} */ (
    /** @type {any} */ (lhr.audits['network-requests'].details).items
  );
  const kilobytes = requests.reduce((all, { transferSize }) => all + transferSize, 0) / 1024;
  process.stdout.write(`${'transferred'.padEnd(16)}${kilobytes.toFixed(1)} KB\n`);
  process.stdout.write(`The report is in ${join('.lighthouse', 'overview.html')}\n`);
  return status;
}
