package io.boto4j.model.codec;

import java.util.Arrays;
import java.util.Random;

/** Damaged documents for the fuzz tests. */
final class Mutations {
  private Mutations() {}

  /**
   * Returns a document with up to three changes: bytes are inserted, overwritten or removed, or the
   * end is cut off.
   *
   * @param telling bytes with a meaning in the format of the document
   */
  static byte[] of(byte[] document, byte[] telling, Random random) {
    byte[] mutant = document;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(mutant.length + 1);
      byte odd = (byte) random.nextInt(256);
      byte tell = telling[random.nextInt(telling.length)];
      mutant =
          switch (random.nextInt(6)) {
            case 0 -> splice(mutant, at, at, odd);
            case 1 -> splice(mutant, at, at, tell);
            case 2 -> splice(mutant, at, at + 1, odd);
            case 3 -> splice(mutant, at, at + 1, tell);
            case 4 -> splice(mutant, at, at + 1 + random.nextInt(3));
            default -> Arrays.copyOf(mutant, random.nextInt(8) == 0 ? at : mutant.length);
          };
    }
    return mutant;
  }

  private static byte[] splice(byte[] from, int start, int end, byte... insert) {
    int rest = Math.min(end, from.length);
    byte[] out = Arrays.copyOf(from, start + insert.length + from.length - rest);
    System.arraycopy(insert, 0, out, start, insert.length);
    System.arraycopy(from, rest, out, start + insert.length, from.length - rest);
    return out;
  }
}
