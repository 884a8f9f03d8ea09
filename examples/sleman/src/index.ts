import { pathToFileURL } from 'node:url';
import { playAloud } from '@pembinaan-examples/stage';
import { sleman } from './story.js';

export { sleman } from './story.js';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await playAloud(sleman, process.argv.slice(2));
