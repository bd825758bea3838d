package io.boto4j.internal.transport;

import java.net.ProtocolException;
import java.util.Arrays;

/** The Huffman code of RFC 7541, appendix B. It is canonical, so the code lengths define it. */
final class Huffman {
  /** The length of the code of each octet and of the end; {@code a} is 5 bits. */
  private static final String LENGTHS =
      "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhf"
          + "ibccccccccccccccccccccccdcdioijbkabababbbaccbbbabcbaabccccckgjix"
          + "prpprrrsrssssststtrstssssqrsrsstrqprrssqsrrtqrssqqrqsrssprrrsrrs"
          + "vvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwv"
          + "z";

  private static final int SHORTEST = 5;
  private static final int LONGEST = 30;
  private static final int END = 256;

  /** The octets, ordered by the length of their code and then by value. */
  private static final int[] SYMBOLS = new int[END + 1];

  /** For each length: the first code, and the index of its octet in {@link #SYMBOLS}. */
  private static final int[] FIRST = new int[LONGEST + 2];

  private static final int[] PLACE = new int[LONGEST + 2];

  static {
    int place = 0;
    int code = 0;
    for (int length = SHORTEST; length <= LONGEST; length++) {
      code <<= 1;
      FIRST[length] = code;
      PLACE[length] = place;
      for (int symbol = 0; symbol <= END; symbol++) {
        if (LENGTHS.charAt(symbol) - 'a' + SHORTEST == length) {
          SYMBOLS[place++] = symbol;
          code++;
        }
      }
    }
    PLACE[LONGEST + 1] = place;
  }

  private Huffman() {}

  static byte[] decode(byte[] coded, int offset, int length) throws ProtocolException {
    byte[] out = new byte[length * 8 / SHORTEST];
    int count = 0;
    int code = 0;
    int bits = 0;
    for (int bit = 0; bit < length * 8; bit++) {
      code = (code << 1) | ((coded[offset + bit / 8] >> (7 - bit % 8)) & 1);
      bits++;
      if (bits > LONGEST) {
        throw new ProtocolException("a header is not valid in the Huffman code");
      }
      int step = bits < SHORTEST ? -1 : code - FIRST[bits];
      if (step >= 0 && PLACE[bits] + step < PLACE[bits + 1]) {
        int symbol = SYMBOLS[PLACE[bits] + step];
        if (symbol == END) {
          throw new ProtocolException("a header is not valid in the Huffman code");
        }
        out[count++] = (byte) symbol;
        code = 0;
        bits = 0;
      }
    }
    // The padding of the last octet is the start of the end's code: all ones.
    if (bits > 7 || code != (1 << bits) - 1) {
      throw new ProtocolException("a header is not valid in the Huffman code");
    }
    return Arrays.copyOf(out, count);
  }
}
