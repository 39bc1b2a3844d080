/** A secret for signing, as the Standard Webhooks convention writes it: `whsec_` and base64. `random`: 24 to 64 random bytes. */
export function newSecret(random: Uint8Array): string {
  if (random.length < 24 || random.length > 64) {
    throw new RangeError(`A secret is made of 24 to 64 bytes, not ${random.length}`);
  }
  return `whsec_${Buffer.from(random).toString('base64')}`;
}
