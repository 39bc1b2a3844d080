/** A ratio and the two times behind it: `0.83 times DuckDB (150 ms to 181 ms)`. */
export function ratio(ours: number, yardstick: number, name: string): string {
  return `${(ours / yardstick).toFixed(2)} times ${name} (${ms(ours)} to ${ms(yardstick)})`;
}

/** Milliseconds, with as many decimals as say something. */
export function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

/** The verdict on a figure that has an aim. */
export function aim(isMet: boolean, words: string): string {
  return `aim ${words}: ${isMet ? 'met' : 'NOT MET'}`;
}
