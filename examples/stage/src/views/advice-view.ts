import type { EffectivenessAsOf, ProgramView } from '@pembinaan/program-effectiveness';
import { codeWord, type Language, word } from './words.js';

/** What the evidence advises for each programme on the day, and where people departed from it: one paragraph a programme. */
export async function adviceTexts(effectiveness: EffectivenessAsOf, language: Language): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const programId of await effectiveness.programs()) {
    const program = await effectiveness.program(programId);
    if (program !== undefined) texts.push(adviceText(program, language));
  }
  return texts;
}

function adviceText({ account, advice, decisions }: ProgramView, language: Language): string {
  const w = (key: Parameters<typeof word>[0]): string => word(key, language);
  const because = advice.reasons.find(({ weighs }) => weighs === 'decides');
  const departures = decisions
    .filter(({ departure }) => departure.departsFromAdvice)
    .map(({ decision, departure, aftermath }) => {
      const decided = codeWord(departure.decided ?? decision.told.type, language);
      const why =
        departure.justification === null
          ? w('noReason')
          : `${w('reason')}: ${codeWord(departure.justification, language)}`;
      return `  ${aftermath.on} ${w('departs')}: ${decided}, ${w('advisedThen')} ${codeWord(departure.advised, language)} (${why})`;
    });
  return [
    `${account.name ?? account.programId}: ${codeWord(advice.kind, language)}. ${because?.sentence[language] ?? ''}`,
    ...departures,
  ].join('\n');
}
