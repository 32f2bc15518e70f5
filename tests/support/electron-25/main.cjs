// Stands for Electron's default_app: loads the app whose folder is the first argument that is no switch.
const { readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { runInThisContext } = require('node:vm');
const { app, protocol } = require('electron');
const { lowerCss } = require('./lower-css.cjs');
require('./older-node.cjs');

const polyfills = readFileSync(join(__dirname, 'polyfills.cjs'), 'utf8');
runInThisContext(polyfills);

const folder = resolve(readArguments(process.argv.slice(1)));
lendToThePage();
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setVersion(manifest.version);
app.name = manifest.productName ?? manifest.name;
app.setAppPath(folder);
require(join(folder, manifest.main));

/** The app's folder; modules that `-r` names, as Playwright does, are loaded first. */
function readArguments(given) {
  for (let index = 0; index < given.length; index += 1) {
    if (given[index] === '-r') require(given[++index]);
    else if (!given[index].startsWith('-')) return given[index];
  }
  throw new Error('no app’s folder was given');
}

/** What the program answers the page with gets before it what the old Chromium lacks. Nothing else is changed. */
function lendToThePage() {
  const handle = protocol.handle.bind(protocol);
  protocol.handle = (scheme, answer) =>
    handle(scheme, async (request) => {
      const response = await answer(request);
      const type = response.headers.get('content-type') ?? '';
      const isScript = type.includes('javascript');
      if (request.method !== 'GET' || !response.ok || !(isScript || type.includes('css')))
        return response;
      const text = await response.text();
      const body = isScript ? `${polyfills}\n${text}` : lowerCss(text, allStyles());
      return new Response(body, { status: response.status, headers: response.headers });
    });
}

function allStyles() {
  const assets = join(folder, 'out', 'renderer', 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.css'));
  return names.map((name) => readFileSync(join(assets, name), 'utf8')).join('\n');
}
