// Bundles the editor into wwwroot/editor, where only the page on which one writes loads it.
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeLicences } from './licences.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = new URL('../wwwroot/editor/', import.meta.url);
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['src/main.js', 'editor.css'].map((file) => ({ in: file, out: 'editor' })),
  outdir: fileURLToPath(out),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
await writeLicences(metafile, here, new URL('LICENCES.txt', out));
const script = new URL('editor.js', out);
console.log(`editor.js: ${Math.round((await stat(script)).size / 1024)} KB, ${Math.round(gzipSync(await readFile(script)).length / 1024)} KB with gzip`);
