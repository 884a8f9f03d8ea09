import { pathToFileURL } from 'node:url';
import { playAloud } from '@pembinaan-examples/stage';
import { binjai } from './story.js';

export { binjai } from './story.js';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await playAloud(binjai, process.argv.slice(2));
