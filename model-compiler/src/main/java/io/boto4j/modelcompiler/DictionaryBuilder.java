package io.boto4j.modelcompiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A search for the bytes that most sections have in common.
 *
 * <p>All sections are cut into pieces. The value of a piece is the number of sections that share
 * each of its words of {@value #WORD} bytes, added up, without the words that a piece chosen before
 * has already. The piece of the greatest value is chosen until the dictionary is full. Values only
 * fall, so a piece at the head of the queue is the best one if its value is still the same.
 *
 * <p>The same sections in the same order give the same dictionary. Not thread-safe.
 */
final class DictionaryBuilder {
  /** Saves 580 KB of AWS's packs; 8 KB would save 510, and 30 KB, near deflate's limit, 625. */
  private static final int LENGTH = 16 * 1024;

  private static final int PIECE = 64;
  private static final int WORD = 8;

  /** Words are counted by hash, in a table of four million; a rare collision does no harm. */
  private static final int HASH_BITS = 22;

  /** What fewer sections share is worth less than the place in the dictionary. */
  private static final int FEWEST_SECTIONS = 3;

  private final List<byte[]> sections;

  /** The number of sections that have a word, by the hash of the word. */
  private final int[] counts = new int[1 << HASH_BITS];

  private DictionaryBuilder(List<byte[]> sections) {
    this.sections = sections;
  }

  /**
   * Creates the dictionary of packs.
   *
   * @param packs the packs, in an order that does not depend on chance
   * @return the dictionary; {@link Dictionary#NONE} if too few sections have anything in common
   */
  static Dictionary build(Iterable<PackFile> packs) {
    List<byte[]> sections = new ArrayList<>();
    for (PackFile pack : packs) {
      sections.addAll(pack.sections());
    }
    DictionaryBuilder builder = new DictionaryBuilder(sections);
    builder.countWords();
    return builder.choosePieces();
  }

  private void countWords() {
    int[] lastSections = new int[counts.length];
    for (int i = 0; i < sections.size(); i++) {
      byte[] section = sections.get(i);
      for (int from = 0; from + WORD <= section.length; from++) {
        int word = word(section, from);
        if (lastSections[word] != i + 1) {
          lastSections[word] = i + 1;
          counts[word]++;
        }
      }
    }
    for (int word = 0; word < counts.length; word++) {
      if (counts[word] < FEWEST_SECTIONS) {
        counts[word] = 0;
      }
    }
  }

  private Dictionary choosePieces() {
    PriorityQueue<Piece> queue = pieces();
    byte[] dictionary = new byte[LENGTH];
    int start = LENGTH;
    while (start > 0 && !queue.isEmpty()) {
      Piece piece = queue.remove();
      long value = value(piece.section, piece.from, piece.to);
      if (value < piece.value) {
        if (value > 0) {
          queue.add(new Piece(piece.order, piece.section, piece.from, piece.to, value));
        }
        continue;
      }
      byte[] chosen = choose(piece);
      int length = Math.min(chosen.length, start);
      start -= length;
      System.arraycopy(chosen, chosen.length - length, dictionary, start, length);
    }
    return start == LENGTH
        ? Dictionary.NONE
        : new Dictionary(Arrays.copyOfRange(dictionary, start, LENGTH));
  }

  private PriorityQueue<Piece> pieces() {
    PriorityQueue<Piece> queue = new PriorityQueue<>();
    int order = 0;
    for (byte[] section : sections) {
      for (int from = 0; from < section.length; from += PIECE) {
        int to = Math.min(from + PIECE, section.length);
        long value = value(section, from, to);
        if (value > 0) {
          queue.add(new Piece(order++, section, from, to, value));
        }
      }
    }
    return queue;
  }

  private long value(byte[] section, int from, int to) {
    long value = 0;
    for (int i = from; i + WORD <= to; i++) {
      value += counts[word(section, i)];
    }
    return value;
  }

  /** Returns the bytes of a piece without worthless ends, and takes the value of its words away. */
  private byte[] choose(Piece piece) {
    int from = piece.from;
    int to = piece.to;
    while (counts[word(piece.section, from)] == 0) {
      from++;
    }
    while (counts[word(piece.section, to - WORD)] == 0) {
      to--;
    }
    for (int i = from; i + WORD <= to; i++) {
      counts[word(piece.section, i)] = 0;
    }
    return Arrays.copyOfRange(piece.section, from, to);
  }

  /** Returns the hash of a word: the high bits of a product, which depend on all of its bytes. */
  private static int word(byte[] section, int from) {
    long hash = 0;
    for (int i = from; i < from + WORD; i++) {
      hash = hash << 8 | (section[i] & 0xff);
    }
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> (64 - HASH_BITS));
  }

  private static final class Piece implements Comparable<Piece> {
    final int order;
    final byte[] section;
    final int from;
    final int to;
    final long value;

    Piece(int order, byte[] section, int from, int to, long value) {
      this.order = order;
      this.section = section;
      this.from = from;
      this.to = to;
      this.value = value;
    }

    @Override
    public int compareTo(Piece that) {
      return value == that.value
          ? Integer.compare(order, that.order)
          : Long.compare(that.value, value);
    }
  }
}
