/** A particle after a word takes its form from the word's last sound: `로` or `으로`, `와` or `과`. Both where the word does not end in Hangul. */
export function withParticle(word: string, [afterVowel, afterConsonant, both]: Particle): string {
  const code = word.charCodeAt(word.length - 1) - 0xac00
  if (!(code >= 0 && code < 11_172)) return `${word}${both}`
  const final = code % 28
  // Before 로 a final ㄹ is as good as a vowel.
  return `${word}${final === 0 || (final === RIEUL && afterVowel === '로') ? afterVowel : afterConsonant}`
}
const RIEUL = 8
type Particle = readonly [afterVowel: string, afterConsonant: string, both: string]
export const TO: Particle = ['로', '으로', '(으)로']
export const WITH: Particle = ['와', '과', '와(과)']
export const OBJECT: Particle = ['를', '을', '을(를)']
