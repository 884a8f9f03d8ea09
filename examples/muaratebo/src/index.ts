import { pathToFileURL } from 'node:url';
import { playAloud } from '@pembinaan-examples/stage';
import { muaratebo } from './story.js';

export { muaratebo } from './story.js';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await playAloud(muaratebo, process.argv.slice(2));
