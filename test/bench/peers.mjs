/** The other libraries: installed beside the bench on first use, never by the project itself. */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Brings the libraries of the lock file here unless they stand here already. */
export function installPeers() {
  if (isInstalled()) return;
  console.log('installing the libraries to measure against (test/bench/package-lock.json)');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {cwd: folder, stdio: 'inherit'});
}

/** Name to version of every library. */
export const peerVersions = () => read('package.json').dependencies;

function isInstalled() {
  return Object.entries(peerVersions()).every(([name, version]) => {
    const manifest = `node_modules/${name}/package.json`;
    return existsSync(`${folder}${manifest}`) && read(manifest).version === version;
  });
}

const read = (path) => JSON.parse(readFileSync(`${folder}${path}`, 'utf8'));
