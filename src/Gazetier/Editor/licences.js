// Writes out the licences of what is in the bundle, package by package.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageOf = (path) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);

export async function writeLicences(metafile, root, file) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = new Map(inputs.map(([path]) => packageOf(path)).filter(Boolean).map(([folder, name]) => [name, folder]));
  const texts = await Promise.all([...folders].sort().map(async ([name, folder]) => {
    const at = join(root, folder);
    const { version, license } = JSON.parse(await readFile(join(at, 'package.json'), 'utf8'));
    const licence = (await readdir(at)).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version} (${license})\n\n${licence ? (await readFile(join(at, licence), 'utf8')).trim() : `Under the licence ${license}; the package has no file of its own.`}\n`;
  }));
  await writeFile(file, `editor.js holds these packages, beside our own code.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`);
}
