/** One line of CSV, quoted only where a reader would need it. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

/** One line of CSV with every field in quotes, as the register is published. */
export function quotedLine(cells: readonly string[]): string {
  return cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
}

/** A whole file: each line ended, the last too. */
export function csvText(lines: readonly string[], end = '\n'): string {
  return lines.map((line) => line + end).join('');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
