// Opens the built app under the production CSP with the fake transport, in every language and theme: fails on a CSP
// violation, a console error, an axe violation or a screen wider than the window; leaves pictures in target/look/.
// `node scripts/look.mjs [parts of names]` looks at some screens only.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { screens } from './screens.mjs';
import { serve } from './serve.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../../target/look');
mkdirSync(out, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wanted = process.argv.slice(2);

const LANGUAGES = ['en', 'hi', 'ta', 'eo'];
const THEMES = ['light', 'dark'];
const VIEWS = [
  ...LANGUAGES.flatMap((lang) => THEMES.map((theme) => ({ lang, theme, width: 1280, height: 800 }))),
  { lang: 'ta', theme: 'light', width: 320, height: 640 },
  { lang: 'en-XB', theme: 'light', width: 1280, height: 800 },
];

/** Words that tell where an axe violation is. */
const where = (violation) => violation.nodes.map((node) => node.target.join(' ')).join(', ');

async function look(browser, url, screen, view) {
  const name = [screen.name, view.lang, view.theme, view.width].join('-');
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.theme,
    reducedMotion: 'reduce',
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
  });
  const page = await context.newPage();
  const faults = [];
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(
        `CSP ${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      ),
    );
  });
  const joint = screen.path.includes('?') ? '&' : '?';
  await page.goto(`${url}${screen.path}${joint}fake=${screen.role}&lang=${view.lang}`);
  await page
    .waitForSelector('[data-screen-title]', { timeout: 10_000 })
    .catch((error) => faults.push(error.message));
  if (screen.prepare) await screen.prepare(page).catch((error) => faults.push(`prepare: ${error.message}`));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(out, `${name}.png`) });
  const wide = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main')].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    ),
  );
  if (wide > 0) faults.push(`wider than the window by ${wide} px`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  for (const violation of violations) faults.push(`axe ${violation.id}: ${where(violation)}`);
  await context.close();
  return { name, faults };
}

const { url, close } = await serve(here('../dist-test'));
const browser = await chromium.launch({
  executablePath: process.env.FOLIO_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let bad = 0;
let count = 0;
for (const screen of screens.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
)) {
  for (const view of VIEWS) {
    const { name, faults } = await look(browser, url, screen, view);
    count += 1;
    bad += faults.length > 0 ? 1 : 0;
    for (const fault of new Set(faults)) console.log(`${name}: ${fault}`);
  }
}
await browser.close();
close();
console.log(`${count} pictures in ${out}, ${bad} with faults`);
process.exit(bad ? 1 : 0);
