/**
 * Where a result breaks the law of all estimates, one sentence each: no NaN and no Infinity anywhere, every null has a reason, every reason
 * belongs to a null.
 */
export function brokenLaws(result: unknown, path = 'result'): readonly string[] {
  if (typeof result === 'number') return Number.isFinite(result) ? [] : [`${path} is ${result}`];
  if (typeof result !== 'object' || result === null) return [];
  const { notEstimable, ...figures } = result as Record<string, unknown>;
  const reasons = new Set(Object.keys((notEstimable ?? {}) as object));
  return [
    ...[...reasons].filter((name) => figures[name] !== null).map((name) => `${path}.${name} has a reason and a value`),
    ...Object.entries(figures).flatMap(([name, figure]) => {
      if (figure === null) return reasons.has(name) ? [] : [`${path}.${name} is null without a reason`];
      return brokenLaws(figure, `${path}.${name}`);
    }),
  ];
}
