/** `England`, or `ICB QHM`. */
export function placeInWords(place: string): string {
  return place === 'ENGLAND' ? 'England' : `ICB ${place}`;
}

/** Where the page of a release is. */
export function releasePath(week: string, version: string, place: string): string {
  return `/releases/${week}?version=${version}&place=${place}`;
}
