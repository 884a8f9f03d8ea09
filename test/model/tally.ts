import type { Answer, Attempt } from './agency.js';

/** How often each command was accepted and refused, and which rules refused. */
export interface Tally {
  count(attempt: Attempt, answer: Answer): void;
  readonly accepted: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** By command, rule and reason. */
  readonly reasons: ReadonlyMap<string, number>;
}

export function tally(): Tally {
  const accepted = new Map<string, number>();
  const refused = new Map<string, number>();
  const reasons = new Map<string, number>();
  const more = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    accepted,
    refused,
    reasons,
    count({ command }, answer) {
      more(answer.accepted ? accepted : refused, command.type);
      if (!answer.accepted) more(reasons, `${command.type} ${answer.rule} ${answer.reason}`);
    },
  };
}

/** The tally as a table. */
export function tableOf({ accepted, refused }: Tally, commands: readonly string[]): string {
  const width = Math.max(...commands.map((type) => type.length));
  const rows = commands.map(
    (type) =>
      `${type.padEnd(width)} ${String(accepted.get(type) ?? 0).padStart(6)} ${String(refused.get(type) ?? 0).padStart(6)}`,
  );
  return [`${'command'.padEnd(width)} accept refuse`, ...rows].join('\n');
}
