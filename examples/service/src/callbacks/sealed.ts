/**
 * How platforms seal what they send. DingTalk and WeCom: AES-256-CBC over 16 random bytes, a length, the
 * message and whom it is for, signed with SHA-1 and a token. Feishu: AES-256-CBC under the digest of a
 * key, signed with SHA-256. What does not open, or is not signed so, is refused without saying why.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Not sealed by the platform, or not for us. */
export class BrokenSeal extends Error {}

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");
const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

function mustBe(expected: string, given: string): void {
  const [left, right] = [sha256(expected), sha256(given)];
  if (!timingSafeEqual(left, right)) throw new BrokenSeal("signature");
}

/** What DingTalk and WeCom share with us. */
export interface Seal {
  readonly token: string;
  /** 43 characters, as the console shows it: `EncodingAESKey`, `aes_key`. */
  readonly aesKey: string;
  /** Whom messages are for: the corpid, or the app's or suite's key. */
  readonly receiver: string;
}

/** What stands beside a sealed text. */
export interface Signed {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** The signature of a sealed text. */
export const signatureOf = (
  { token }: Seal,
  { timestamp, nonce }: Omit<Signed, "signature">,
  text: string,
): string => sha1([token, timestamp, nonce, text].sort().join(""));

/** Blocks of padding are twice the cipher's own. */
const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;

const keyOf = ({ aesKey }: Seal): Buffer => {
  const key = Buffer.from(`${aesKey}=`, "base64");
  if (key.length !== 32) throw new BrokenSeal("key");
  return key;
};

function unpadded(bytes: Buffer): Buffer {
  const padding = bytes.at(-1) ?? 0;
  const isSound = padding >= 1 && padding <= BLOCK && padding <= bytes.length;
  if (!isSound || bytes.subarray(-padding).some((byte) => byte !== padding)) {
    throw new BrokenSeal("padding");
  }
  return bytes.subarray(0, -padding);
}

function decrypted(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw new BrokenSeal("length");
  const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

/** Opens what DingTalk or WeCom sealed; throws {@link BrokenSeal}. */
export function opened(seal: Seal, signed: Signed, text: string): string {
  mustBe(signatureOf(seal, signed, text), signed.signature);
  const key = keyOf(seal);
  const plain = unpadded(decrypted(key, key.subarray(0, 16), Buffer.from(text, "base64")));
  if (plain.length < RANDOM + LENGTH) throw new BrokenSeal("length");
  const end = RANDOM + LENGTH + plain.readUInt32BE(RANDOM);
  if (plain.subarray(end).toString() !== seal.receiver) throw new BrokenSeal("receiver");
  return plain.subarray(RANDOM + LENGTH, end).toString();
}

/** Seals an answer as they do. */
export function sealed(seal: Seal, message: string, random = randomBytes(RANDOM)): string {
  const body = Buffer.from(message);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(seal.receiver)]);
  const padding = BLOCK - (plain.length % BLOCK);
  const key = keyOf(seal);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const parts = [
    cipher.update(plain),
    cipher.update(Buffer.alloc(padding, padding)),
    cipher.final(),
  ];
  return Buffer.concat(parts).toString("base64");
}

/** Holds the body of Feishu's request against its signature; throws {@link BrokenSeal}. */
export function mustBeSigned(encryptKey: string, signed: Signed, body: string): void {
  const { timestamp, nonce, signature } = signed;
  mustBe(sha256(timestamp + nonce + encryptKey + body).toString("hex"), signature);
}

/** Holds the token of Feishu's message against ours; throws {@link BrokenSeal}. */
export const mustHaveToken = (token: string, given: unknown): void =>
  mustBe(token, typeof given === "string" ? given : "");

/** Opens what Feishu encrypted; throws {@link BrokenSeal}. */
export function openedByFeishu(encryptKey: string, text: string): string {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length < 32) throw new BrokenSeal("length");
  const plain = decrypted(sha256(encryptKey), bytes.subarray(0, 16), bytes.subarray(16));
  return unpadded(plain).toString();
}
