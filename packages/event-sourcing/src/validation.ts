import type * as z from 'zod';

/** The first problem that a schema found, as one sentence and a path such as `sessions[2].date`. */
export function firstIssue(error: z.ZodError): { readonly path: string; readonly message: string } {
  const issue = error.issues[0];
  if (issue === undefined) return { path: '(root)', message: 'the value is not valid' };
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return { path: path === '' ? '(root)' : path.replace(/^\./, ''), message: issue.message };
}

/** The value without the fields that are present but `undefined`: for JSON they are absent. */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUndefined(inner)]),
  );
}
