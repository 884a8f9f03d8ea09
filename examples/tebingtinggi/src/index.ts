import { pathToFileURL } from 'node:url';
import { playAloud } from '@pembinaan-examples/stage';
import { tebingtinggi } from './story.js';

export { tebingtinggi } from './story.js';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await playAloud(tebingtinggi, process.argv.slice(2));
