import Table from 'cli-table3';

/** Rows as a table of plain text. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: false } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}
