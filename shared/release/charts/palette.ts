/** The colours of the NHS identity and of Making Data Count, and the sizes that stay readable on A4. */
export const COLOURS = {
  ink: '#212b32',
  blue: '#005eb8',
  lightBlue: '#00b0f0',
  orange: '#e46c0a',
  purple: '#490092',
  target: '#de1b1b',
  grey: '#a6a6a6',
  darkGrey: '#4c6272',
  grid: '#d8dde0',
  paper: '#ffffff',
} as const;

export const FONT = 'Arial, sans-serif';
/** In the units of the viewBox: 15 of 960 are 8 points where a chart is 180 mm wide. */
export const TEXT_SIZE = 15;
export const WIDTH = 960;

/** About how wide a text is: a little more than Arial needs, so that labels laid out by it do not touch. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
