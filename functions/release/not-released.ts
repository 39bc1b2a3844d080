/** Why no release was published, in words of our own: unlike any other error's, they may be logged. */
export class NotReleased extends Error {
  override readonly name = 'NotReleased';
}
