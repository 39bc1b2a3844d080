/** Why a message to the alert step was not acted on, in words of our own: unlike any other error's, they may be logged. */
export class WrongMessage extends Error {
  override readonly name = 'WrongMessage';
}
