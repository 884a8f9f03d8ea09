import { formatRupiah, formatScore } from '@pembinaan/core';
import type { DecisionView, ImpactRecord, ProgramSummary } from '@pembinaan/program-effectiveness';
import { dayOf } from './day-of.js';
import { textTable } from './text-table.js';
import { codeWord, type Language, word } from './words.js';

/** Programmes, each with the region to which it belongs, as a table of their effectiveness. */
export function programTable(
  programs: readonly { readonly region: string; readonly program: ProgramSummary }[],
  language: Language,
): string {
  const w = (key: Parameters<typeof word>[0]): string => word(key, language);
  return textTable(
    [w('program'), w('budget'), w('people'), w('gain'), w('service'), w('conclusion'), w('decision')],
    programs.map(({ region, program }) => [
      `${region}\n${wrapped(program.name, 22)}`,
      budgetText(program, language),
      reachText(program, language),
      learningText(program, language),
      program.service.map((impact) => impactText(impact, language)).join('\n') || '-',
      conclusionText(program, language),
      program.decisions.map(({ decision }) => codeWord(decision, language)).join('\n') || w('noDecision'),
    ]),
  );
}

/** The decisions on a programme, each with what it rests on. */
export function decisionText(program: ProgramSummary, language: Language): string {
  return program.decisions.map((decision) => whyText(program, decision, language)).join('\n');
}

/** How many of the events behind a decision are listed. */
const SHOWN_LINKS = 4;

function whyText(program: ProgramSummary, decision: DecisionView, language: Language): string {
  const w = (key: Parameters<typeof word>[0]): string => word(key, language);
  const lines = [
    `${program.name}: ${codeWord(decision.decision, language)} ${dayOf(decision.source.occurredAt)}`,
    `  ${w('decidedBy')} ${decision.decidedBy}, ${w('authority')} ${decision.authorityId ?? '-'}, ${w('policy')} ${decision.policyVersion ?? '-'}`,
  ];
  if (decision.conclusion !== null) {
    lines.push(
      `  ${w('why')}: ${w('conclusion').toLowerCase()} '${codeWord(decision.conclusion.conclusion, language)}' ${decision.conclusion.on}`,
    );
  } else if (decision.reason !== null) {
    lines.push(`  ${w('why')}: ${codeWord(decision.reason, language)}`);
  }
  if (decision.restsOn.length > 0) {
    const links = decision.restsOn
      .slice(0, SHOWN_LINKS)
      .map(({ eventId, source }) => (source === null ? eventId : `${source.type} ${source.stream}@${source.revision}`));
    const more = decision.restsOn.length - links.length;
    lines.push(`  ${w('restsOn')} ${decision.restsOn.length} ${w('events')}:`);
    lines.push(...links.map((link) => `    ${link}`), ...(more > 0 ? [`    + ${more}`] : []));
  }
  return lines.join('\n');
}

/** The last conclusion that was drawn, with the design on which it rests: without comparison, a change may have other causes. */
function conclusionText(program: ProgramSummary, language: Language): string {
  const concluded = program.evaluations.findLast(({ conclusions }) => conclusions.length > 0);
  const last = concluded?.conclusions.at(-1);
  if (concluded === undefined || last === undefined) return '-';
  return `${wrapped(codeWord(last.conclusion, language), 14)}\n${wrapped(`(${codeWord(concluded.design, language)})`, 14)}`;
}

function budgetText({ budget }: ProgramSummary, language: Language): string {
  const { planned, realized } = budget;
  return `${word('planned', language)}\n${planned === null ? '-' : formatRupiah(planned)}\n${word('realized', language)}\n${formatRupiah(realized)}`;
}

function reachText({ reach }: ProgramSummary, language: Language): string {
  const reasons = reach.declineReasons.map(({ code, count }) => `  ${codeWord(code, language)} ${count}`);
  return [
    `${word('nominated', language)} ${reach.nominated}`,
    `${word('declined', language)} ${reach.declined}`,
    ...reasons,
    `${word('attended', language)} ${reach.attended}`,
    `${word('completed', language)} ${reach.completed}`,
  ].join('\n');
}

function learningText({ learning }: ProgramSummary, language: Language): string {
  if (learning.meanPre === null || learning.meanPost === null || learning.meanGain === null) {
    return `${word(learning.notShown ?? 'noPairs', language)} (n=${learning.n})`;
  }
  const sign = learning.meanGain < 0 ? '' : '+';
  return `${formatScore(learning.meanPre)} → ${formatScore(learning.meanPost)}\n${sign}${formatScore(learning.meanGain)} (n=${learning.n})`;
}

function impactText(impact: ImpactRecord, language: Language): string {
  const line = ({ metric, before, after }: ImpactRecord['outcome']): string =>
    `${codeWord(metric, language)}\n  ${measure(metric, before, language)} → ${measure(metric, after, language)}`;
  return [
    `${impact.unitId} (n=${impact.n})`,
    line(impact.outcome),
    ...(impact.guard === null ? [] : [`${word('guard', language)}: ${line(impact.guard)}`]),
    ...(impact.comparison === null ? [] : [`${word('comparison', language)}: ${line(impact.comparison.outcome)}`]),
  ].join('\n');
}

/** Speeds are stored in seconds and shown in minutes; rates in basis points, shown in per cent. */
function measure(metric: string, value: number, language: Language): string {
  if (metric === 'waiting' || metric === 'processing') return `${(value / 60).toFixed(1)} ${word('minutes', language)}`;
  return `${(value / 100).toFixed(1)}%`;
}

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(' ')) {
    if (line !== '' && line.length + part.length + 1 > width) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line].join('\n');
}
