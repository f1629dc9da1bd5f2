/**
 * SHA-256 (FIPS 180-4). Runtimes offer it only to those who wait; what is pure does not, and a shorter mix
 * of bits could give two inputs one id.
 */

const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false;
  return true;
};

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (isPrime(n)) primes.push(n);
  return primes;
}

/** The first 32 bits of a number's fractional part. */
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** UTF-8; a lone surrogate becomes the replacement character. */
function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) {
      bytes.push(point);
      continue;
    }
    const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes.push(((0xf00 >> (more + 1)) & 0xff) | (point >> (6 * more)));
    for (let i = more - 1; i >= 0; i -= 1) bytes.push(0x80 | ((point >> (6 * i)) & 0x3f));
  }
  return bytes;
}

/** The message with its length behind it, in whole blocks of 64 bytes. */
function padded(message: number[]): number[] {
  const length = message.length * 8;
  const bytes = [...message, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let i = 7; i >= 0; i -= 1) bytes.push(Math.floor(length / 2 ** (8 * i)) & 0xff);
  return bytes;
}

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  const primes = firstPrimes(64);
  const k = primes.map((prime) => fraction(Math.cbrt(prime)));
  let state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const bytes = padded(bytesOf(text));
  const at = (list: readonly number[], i: number): number => list[i] ?? 0;
  for (let block = 0; block < bytes.length; block += 64) {
    const w: number[] = [];
    for (let i = 0; i < 64; i += 1) {
      if (i < 16) {
        const j = block + 4 * i;
        w.push(
          (at(bytes, j) << 24) |
            (at(bytes, j + 1) << 16) |
            (at(bytes, j + 2) << 8) |
            at(bytes, j + 3),
        );
        continue;
      }
      const x = at(w, i - 15);
      const y = at(w, i - 2);
      const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      w.push((at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    const mixed = [a, b, c, d, e, f, g, h];
    state = state.map((word, i) => (word + at(mixed, i)) | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
