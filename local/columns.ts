const WIDEST = 40;

/** Rows of texts under each other in columns; all but the last are shortened where they are long. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const cut = rows.map((row) =>
    row.map((text, i) =>
      i < row.length - 1 && text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text,
    ),
  );
  const widths = (cut[0] ?? []).map((_, i) => Math.max(...cut.map((row) => row[i]?.length ?? 0)));
  return cut.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
