// Makes a fresh clone ready: installs the locked packages when they are missing or out of date, and finds (or, on Debian
// as root, installs) the browsers when asked with --browsers. Plain Node: it runs before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.verbatim-setup`;
const lock = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Verbatim needs Node 20.19 or later; this is ${process.version}. Install it from nodejs.org.`);

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing packages (npm ci) …');
  const run = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) stop('npm ci failed; see the lines above.');
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stamp, lock);
}

if (process.argv.includes('--browsers')) {
  const missing = [
    ['chromium', ['chromium', 'chromium-browser', 'google-chrome-for-testing'], 'CHROMIUM'],
    ['firefox-esr', ['firefox-esr', 'firefox'], 'FIREFOX'],
  ].filter(([, names, variable]) => !process.env[variable] && !names.some(onPath) && !installedApp(variable));
  if (missing.length > 0) {
    const packages = missing.map(([name]) => name);
    const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
    if (!debian) {
      stop(
        `These browsers were not found: ${packages.join(', ')}. Install them (Debian and Ubuntu: sudo apt-get install ${packages.join(' ')}), or name their programs in the variables ${missing.map(([, , variable]) => variable).join(' and ')}.`,
      );
    }
    console.error(`Installing ${packages.join(' and ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 2], env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 2],
      env,
    });
  }
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .some((folder) => existsSync(`${folder}/${name}`));
}

function installedApp(variable) {
  const apps = { CHROMIUM: '/Applications/Chromium.app', FIREFOX: '/Applications/Firefox.app' };
  return process.platform === 'darwin' && existsSync(apps[variable]);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
