/**
 * Brings Firefox and WebKitGTK to a machine of Debian's kind that lacks them, as root or by sudo; on any other machine
 * names what to install.
 */
import {spawnSync} from 'node:child_process';
import {missingPackages} from './engine-list.mjs';

const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
const environment = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};

function runAsRoot(...words) {
  const [program, ...args] = [...asRoot, ...words];
  return spawnSync(program, args, {stdio: 'inherit', env: environment}).status === 0;
}

const wanted = missingPackages();
if (wanted.length > 0) {
  console.log(`missing: ${wanted.join(' ')}`);
  // What can be installed may be known from an older list too.
  runAsRoot('apt-get', 'update', '-qq');
  runAsRoot('apt-get', 'install', '-qq', '--yes', '--no-install-recommends', ...wanted);
}
const left = missingPackages();
if (left.length > 0) {
  console.error(`still missing; install by hand: ${left.join(' ')}`);
  process.exitCode = 1;
} else {
  console.log('Firefox and WebKitGTK are here');
}
