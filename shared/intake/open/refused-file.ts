import type { Problem } from '../read-result.ts';

/** Thrown while a workbook is read, where it turns out that it cannot be taken; never leaves `open`. */
export class RefusedFile extends Error {
  readonly refused: Problem;
  constructor(refused: Problem) {
    super(refused.problem);
    this.refused = refused;
  }
}
