/** What the letter before a particle must be like: its syllable ends in a consonant, in a vowel, or in a vowel or ㄹ. */
type Joint = 'any' | 'consonant' | 'vowel' | 'liquid';

interface Particle {
  readonly letters: string;
  readonly joint: Joint;
  /** Whether another particle may follow it. */
  readonly goesOn: boolean;
}

/** Those that others may follow, as in 에서의, 들은, 에로의, 만을. */
const leading: Readonly<Record<Joint, string>> = {
  any: '들 등 에 에서 에게 에게서 한테 한테서 께 께서 하고 만 뿐 부터 까지 처럼 마다 마저 조차 보다 만큼 대로',
  consonant: '과 으로 으로서 으로써',
  vowel: '와',
  liquid: '로 로서 로써',
};

/** Those that end the word, with the forms of the copula that are written to a name. */
const closing: Readonly<Record<Joint, string>> = {
  any: '의 도 및 커녕 밖에 마냥 이다 이며 이고 이자 인 이였다 이었다 입니다',
  consonant: '은 이 을 이나 이랑 이란 이라는 이라고 이든지 이야말로 이나마',
  vowel: '는 가 를 나 랑 란 라는 라고 든지 야말로 나마 며 였다',
  liquid: '',
};

const particles: readonly Particle[] = [...list(leading, true), ...list(closing, false)];

/** No name is followed by more syllables of particles than this. */
const longest = 8;

/**
 * Whether `letters`, composed hangul, are nothing but Korean particles after the letter `before`: 는, 에서의, 들이.
 * The usage of north and south is known alike. A particle must agree with the sound before it, where that is hangul:
 * 강선이 but not 강선가, so that 강선로 is a street. Words that only look like particles (황해도) are not told apart.
 */
export function readsAsParticles(before: string, letters: string): boolean {
  if (letters.length > longest) return false;
  return particles.some((particle) => {
    if (!letters.startsWith(particle.letters) || !agrees(before, particle.joint)) return false;
    const rest = letters.slice(particle.letters.length);
    return rest === '' || (particle.goesOn && readsAsParticles(particle.letters.slice(-1), rest));
  });
}

function list(words: Readonly<Record<Joint, string>>, goesOn: boolean): readonly Particle[] {
  return (['any', 'consonant', 'vowel', 'liquid'] as const).flatMap((joint) =>
    words[joint]
      .split(' ')
      .filter((letters) => letters !== '')
      .map((letters) => ({ letters, joint, goesOn })),
  );
}

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Composed syllables come in rows of 28 by their last consonant, the first of a row having none. */
const finals = 28;
const finalRieul = 8;

function agrees(before: string, joint: Joint): boolean {
  const unit = before.charCodeAt(0);
  if (joint === 'any' || !(unit >= firstSyllable && unit <= lastSyllable)) return true;
  const final = (unit - firstSyllable) % finals;
  if (joint === 'consonant') return final !== 0;
  return final === 0 || (joint === 'liquid' && final === finalRieul);
}
