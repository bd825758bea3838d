package io.boto4j.internal.signing;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * SHA-256 (FIPS 180-4) in plain Java, for the first signatures of a process.
 *
 * <p>For cold start: the JVM's own implementation is several times faster once it runs, but its
 * first use loads the security providers and var handles. In those 20 ms this class computes a
 * dozen signatures. Used by one thread.
 */
final class PlainSha256 extends MessageDigest implements Cloneable {
  private static final int BLOCK = 64;
  private static final int LENGTH_FIELD = 8;
  private static final int ROUNDS = 64;
  private static final int WORDS = 8;

  /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
  private static final int[] K = fractions(ROUNDS, true);

  /** The same of the square roots of the first 8 primes. */
  private static final int[] INITIAL = fractions(WORDS, false);

  private int[] state = INITIAL.clone();
  private byte[] block = new byte[BLOCK];
  private int filled;
  private long length;

  PlainSha256() {
    super("SHA-256");
  }

  @Override
  protected int engineGetDigestLength() {
    return WORDS * Integer.BYTES;
  }

  @Override
  protected void engineUpdate(byte input) {
    engineUpdate(new byte[] {input}, 0, 1);
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int count) {
    length += count;
    int from = offset;
    int left = count;
    while (left > 0) {
      int part = Math.min(left, BLOCK - filled);
      System.arraycopy(input, from, block, filled, part);
      filled += part;
      from += part;
      left -= part;
      if (filled == BLOCK) {
        compress(state, block);
        filled = 0;
      }
    }
  }

  @Override
  protected byte[] engineDigest() {
    long bits = length * Byte.SIZE;
    int zeros = (2 * BLOCK - 1 - LENGTH_FIELD - filled) % BLOCK;
    byte[] padding = new byte[1 + zeros + LENGTH_FIELD];
    padding[0] = (byte) 0x80;
    for (int i = 0; i < LENGTH_FIELD; i++) {
      padding[1 + zeros + i] = (byte) (bits >>> (56 - 8 * i));
    }
    engineUpdate(padding, 0, padding.length);
    byte[] hash = new byte[WORDS * Integer.BYTES];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
    }
    engineReset();
    return hash;
  }

  @Override
  protected void engineReset() {
    state = INITIAL.clone();
    Arrays.fill(block, (byte) 0);
    filled = 0;
    length = 0;
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    PlainSha256 copy = (PlainSha256) super.clone();
    copy.state = state.clone();
    copy.block = block.clone();
    return copy;
  }

  /** FIPS 180-4, section 6.2.2, with its variable names. */
  private static void compress(int[] state, byte[] block) {
    int[] w = new int[ROUNDS];
    for (int t = 0; t < 16; t++) {
      w[t] =
          block[4 * t] << 24
              | (block[4 * t + 1] & 0xFF) << 16
              | (block[4 * t + 2] & 0xFF) << 8
              | (block[4 * t + 3] & 0xFF);
    }
    for (int t = 16; t < ROUNDS; t++) {
      int x = w[t - 15];
      int y = w[t - 2];
      int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
      int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10;
      w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int t = 0; t < ROUNDS; t++) {
      int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int t1 = h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t];
      int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  private static int[] fractions(int count, boolean cube) {
    int[] fractions = new int[count];
    int found = 0;
    for (int candidate = 2; found < count; candidate++) {
      if (isPrime(candidate)) {
        double root = cube ? Math.cbrt(candidate) : Math.sqrt(candidate);
        fractions[found++] = (int) (long) ((root - Math.floor(root)) * 0x1p32);
      }
    }
    return fractions;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
