import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type CompetencyHistory, competencyHistory } from '@pembinaan/competency-history';
import { isEventSourcingError } from '@pembinaan/event-sourcing';
import { type ProgramEffectiveness, type ProgramSummary, programEffectiveness } from '@pembinaan/program-effectiveness';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { binjai } from '@pembinaan-examples/binjai';
import { lhokseumawe } from '@pembinaan-examples/lhokseumawe';
import { muaratebo } from '@pembinaan-examples/muaratebo';
import { sleman } from '@pembinaan-examples/sleman';
import {
  adviceTexts,
  decisionText,
  type Language,
  languageOf,
  personText,
  print,
  programSummaries,
  programTable,
  type Story,
  stage,
  storyClock,
  word,
} from '@pembinaan-examples/stage';
import { tebingtinggi } from '@pembinaan-examples/tebingtinggi';

const stories: readonly Story[] = [tebingtinggi, lhokseumawe, binjai, muaratebo, sleman];
/** The story whose person is shown. */
const shown = binjai;

interface Told {
  readonly story: Story;
  readonly file: string;
  readonly events: number;
  /** Commands that were new in this run. */
  readonly written: number;
  readonly history: CompetencyHistory;
  readonly programs: readonly ProgramSummary[];
  readonly effectiveness: ProgramEffectiveness;
}

/** Tells one story into its own file, closes it, opens it again and replays it into both views. */
async function tell(story: Story, folder: string): Promise<Told> {
  const file = join(folder, `${story.region.toLowerCase()}.db`);
  const clock = storyClock(story.region);
  const writing = await sqliteStore(file, { now: clock.now });
  let written = 0;
  try {
    const played = stage(writing, { runtime: clock });
    await story.tell(played);
    written = played.written;
  } finally {
    await writing.close();
  }

  const reading = await sqliteStore(file, { readOnly: true });
  try {
    const history = await competencyHistory(reading);
    const programs = await programSummaries(reading);
    const effectiveness = await programEffectiveness(reading);
    let events = 0;
    for await (const page of reading.readAll()) events += page.length;
    return { story, file, events, written, history, programs, effectiveness };
  } finally {
    await reading.close();
  }
}

const texts = {
  opening: {
    id: 'pembinaan: satu daur lengkap, lima daerah. Semua orang, unit, dan angka adalah rekaan.',
    en: 'pembinaan: one whole lifecycle, five regions. All people, units and figures are invented.',
  },
  told: { id: 'peristiwa tersimpan, perintah baru', en: 'events stored, new commands' },
  files: { id: 'Berkas peristiwa (SQLite, satu untuk setiap daerah)', en: 'Event files (SQLite, one for each region)' },
  next: { id: 'Coba berikutnya', en: 'Try next' },
  again: {
    id: 'npm run demo                     lagi: tidak ada yang ditulis dua kali, perintah dikenali dari id-nya',
    en: 'npm run demo                     again: nothing is written twice, commands are known by their ids',
  },
  other: {
    id: 'npm run demo -- --lang en        dalam bahasa Inggris',
    en: 'npm run demo -- --lang id        in Indonesian',
  },
  aloud: {
    id: 'node examples/sleman/dist/index.js   satu cerita, kalimat demi kalimat',
    en: 'node examples/sleman/dist/index.js --lang en   one story, sentence by sentence',
  },
  open: {
    id: 'buka berkas dengan penjelajah SQLite apa pun: SELECT * FROM event_log',
    en: 'open a file with any SQLite browser: SELECT * FROM event_log',
  },
  read: {
    id: 'baca docs/architecture.md, lalu docs/extending.md',
    en: 'read docs/architecture.md, then docs/extending.md',
  },
} as const;

async function main(language: Language): Promise<void> {
  const folder = resolve('pembinaan-demo');
  mkdirSync(folder, { recursive: true });
  const t = (key: keyof typeof texts): string => texts[key][language];

  print(t('opening'));
  print();
  const told: Told[] = [];
  for (const story of stories) {
    const one = await tell(story, folder);
    told.push(one);
    print(
      `${story.region.padEnd(14)} ${String(one.events).padStart(4)} ${t('told')}: ${one.written}. ${story.title[language]}`,
    );
  }

  const history = told.find(({ story }) => story === shown)?.history;
  const person = await history?.asOf({ effective: shown.shows.on }).person(shown.shows.person);
  if (person !== undefined) print(`\n${personText(person, shown.shows.name, language)}`);

  print(`\n${word('effectiveness', language)}`);
  print(
    programTable(
      told.flatMap(({ story, programs }) => programs.map((program) => ({ region: story.region, program }))),
      language,
    ),
  );
  print();
  for (const { programs } of told) {
    for (const program of programs) if (program.decisions.length > 0) print(decisionText(program, language));
  }

  print(`\n${word('advice', language)}`);
  for (const { story, effectiveness } of told) {
    const then = effectiveness.asOf({ effective: story.shows.on });
    for (const text of await adviceTexts(then, language)) print(text);
  }

  print(`\n${t('files')}:`);
  for (const { file } of told) print(`  ${relative(process.cwd(), file)}`);
  print(`\n${t('next')}:`);
  for (const key of ['again', 'other', 'aloud', 'open', 'read'] as const) print(`  ${t(key)}`);
}

try {
  await main(languageOf(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${isEventSourcingError(error) ? `${error.code}: ${error.message}` : String(error)}\n`);
  process.exitCode = 1;
}
