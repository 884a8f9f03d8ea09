import type { JpRule, PolicyFigures } from '../../governance/policy/figures.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type { JpVariant } from './events.js';

/** Coaching, mentoring and on-the-job guidance: what a meeting is worth, and how many count in a month, are figures of their own. */
const GUIDANCE: readonly DevelopmentForm[] = ['NKL01', 'NKL02', 'NKL11'];

/**
 * The rule by which the JP of a form are counted, with every figure in its place: `value` is JP hundredths, and for forms that are counted
 * by time (`hours`, `minutes`) the minutes of one JP. Undefined where the table does not have the form.
 */
export function jpRuleFor(form: DevelopmentForm, figures: PolicyFigures, variant?: JpVariant): JpRule | undefined {
  const rule = figures['jp.table'].value.find((row) => row.form === form && row.variant === variant);
  if (rule === undefined) return undefined;
  if (rule.mode === 'hours') return { ...rule, value: figures['jp.minutes'].value };
  if (rule.mode !== 'perMeeting' || !GUIDANCE.includes(form)) return rule;
  return {
    ...rule,
    value: figures['mentoring.jp.perMeeting'].value,
    cap: { per: 'month', unit: 'meetings', value: figures['mentoring.jp.meetingsPerMonth'].value },
  };
}
