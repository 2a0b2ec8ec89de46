/** One or two letters for a name, never half of one: Tamil and Hindi letters keep their signs. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words.slice(0, 1);
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return chosen
    .map((word = '') => {
      const letters = Array.from(segmenter.segment(word), ({ segment }) => segment);
      return letters.find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? '';
    })
    .join('')
    .toLocaleUpperCase();
}
