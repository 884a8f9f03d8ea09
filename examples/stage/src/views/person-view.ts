import type { LevelInterval, PersonView, TimelineEntry } from '@pembinaan/competency-history';
import { catalogue, formatJp, formatScore, grouped } from '@pembinaan/core';
import { dayOf } from './day-of.js';
import { textTable } from './text-table.js';
import { codeWord, type Language, word } from './words.js';

/** The competency history of a person as text. The name comes from outside: the events know only the id. */
export function personText(person: PersonView, name: string, language: Language, lastEvents = 12): string {
  const w = (key: Parameters<typeof word>[0]): string => word(key, language);
  const { placement, jp } = person;
  const lines = [
    `${w('competencyHistory')}: ${name}, ${person.employeeId} (${codeWord(person.kind ?? '', language)}) ${w('asOf')} ${person.on}`,
    placement === null
      ? ''
      : `${w('position')}: ${placement.position} (${placement.positionKind}), ${w('unit')} ${placement.unitId}`,
    '',
    textTable(
      [w('competency'), w('required'), w('actual'), w('gap'), w('known')],
      person.levels.map((level) => [
        level.competency,
        shown(level.required),
        shown(level.actual),
        shown(level.gap),
        level.by === null ? '-' : `${codeWord(level.by.method, language)}, ${level.by.on}`,
      ]),
    ),
    ...levelHistoryLines(person, language),
    ...standardLines(person, language),
    '',
    `${w('jpOf')} ${jp.year}: ${formatJp(jp.credited)} ${w('credited')} (${formatJp(jp.raw)} ${w('raw')}); ${minimumText(person, language)}`,
    '',
    `${w('certificates')}: ${
      person.certificates.length === 0
        ? w('none')
        : person.certificates
            .map(
              ({ number, jp: worth, valid }) => `${number} (${formatJp(worth)} JP${valid ? '' : `, ${w('notValid')}`})`,
            )
            .join('; ')
    }`,
    `${w('mentoring')}: ${mentoringText(person, language)}`,
    '',
    `${w('timeline')} (${Math.min(lastEvents, person.timeline.length)}/${person.timeline.length} ${w('lastEvents')}):`,
    ...person.timeline.slice(-lastEvents).map((entry) => `  ${entryText(entry, language)}`),
  ];
  return lines.join('\n');
}

/** How the levels came about, one line a competency; nothing where nobody has assessed the person. */
function levelHistoryLines({ levelHistory }: PersonView, language: Language): readonly string[] {
  if (levelHistory.length === 0) return [];
  const byCompetency = grouped(levelHistory, ({ competency }) => competency);
  return [
    '',
    `${word('levelHistory', language)}:`,
    ...[...byCompetency].map(
      ([competency, intervals]) =>
        `  ${competency}: ${intervals.map((interval) => levelText(interval, language)).join('; ')}`,
    ),
  ];
}

function levelText({ level, from, until, by }: LevelInterval, language: Language): string {
  const days = daysText(from, until, language);
  if (level === null) return `${word('noLevel', language)} ${days}`;
  return `${word('level', language)} ${level} ${days} (${codeWord(by.method, language)})`;
}

/** Which standards held, one after the other. */
function standardLines({ standards }: PersonView, language: Language): readonly string[] {
  if (standards.length === 0) return [];
  return [
    '',
    `${word('standards', language)}:`,
    ...standards.map(
      ({ standardId, version, position, from, until }) =>
        `  ${standardId}${version === null ? '' : ` v${version}`}, ${position}: ${daysText(from, until, language)}`,
    ),
  ];
}

function daysText(from: string, until: string | null, language: Language): string {
  return until === null
    ? `${word('since', language)} ${from}`
    : `${word('from', language)} ${from} ${word('until', language)} ${until}`;
}

function shown(value: number | null): string {
  return value === null ? '-' : String(value);
}

function minimumText({ jp, kind }: PersonView, language: Language): string {
  const policy = `${word('policy', language)} ${jp.policyVersion ?? '-'}`;
  if (jp.minimum === null) return kind === 'pns' ? policy : `${word('noMinimum', language)}; ${policy}`;
  const state =
    jp.shortfall === 0 ? word('reached', language) : `${word('shortfall', language)} ${formatJp(jp.shortfall ?? 0)}`;
  return `${word('minimum', language)} ${formatJp(jp.minimum)}: ${state}; ${policy}`;
}

function mentoringText({ mentoring }: PersonView, language: Language): string {
  if (mentoring.length === 0) return word('none', language);
  return mentoring
    .map(({ role, otherId, status, sessions }) => {
      const confirmed = sessions.filter((session) => session.status === 'confirmed').length;
      return `${word(role, language)} ${otherId} (${codeWord(status, language)}), ${sessions.length} ${word('sessions', language)}, ${confirmed} ${word('confirmed', language)}`;
    })
    .join('; ');
}

function entryText(entry: TimelineEntry, language: Language): string {
  const sentence = catalogue.find(({ type }) => type === entry.type)?.about?.[language] ?? entry.type;
  const detail = Object.entries(entry.detail).map(([name, value]) => detailText(name, value, language));
  return `${dayOf(entry.occurredAt)}  ${sentence}${detail.length === 0 ? '' : ` [${detail.join(', ')}]`}`;
}

/** JP and scores are stored in hundredths. */
function detailText(name: string, value: string | number | boolean, language: Language): string {
  if (typeof value === 'boolean') return word(value ? 'yes' : 'no', language);
  if (typeof value === 'string') return codeWord(value, language);
  if (name.startsWith('jp')) return `${formatJp(value)} JP`;
  return name === 'score' ? formatScore(value) : String(value);
}
