/** Rounded to one decimal place, halves up: what is shown of a mean or limit. Never minus 0. */
export function toOneDecimal(number: number): number {
  return Math.round(number * 10) / 10 + 0;
}

/** A mean or limit in words: `41.3`, `1,204.0`. */
export function oneDecimal(number: number): string {
  return toOneDecimal(number)
    .toFixed(1)
    .replace(/\B(?=(\d{3})+\.)/g, ',');
}
