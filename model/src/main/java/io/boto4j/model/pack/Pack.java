package io.boto4j.model.pack;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A model pack opened for reading. Its table of sections is read at once, a section on demand.
 *
 * <p>The beginning is read in one piece, which for most services holds everything that a first call
 * needs. Thread-safe; sections are not kept here.
 */
public final class Pack {
  private static final int FIRST_READ = 16 * 1024;

  /** One byte of DEFLATE becomes 1032 bytes at most, so more is damage and gets no memory. */
  private static final int MAX_RATIO = 1033;

  private final PackStorage storage;
  private final byte[] beginning;
  private final long dictionaryNumber;
  private final byte @Nullable [] dictionary;
  private final int[] kinds;
  private final int[] rawLengths;
  private final int[] storedLengths;
  private final long[] offsets;

  private Pack(
      PackStorage storage, byte[] beginning, long dictionary, PackInput table, int dataOffset) {
    this.storage = storage;
    this.beginning = beginning;
    this.dictionaryNumber = dictionary;
    this.dictionary = null;
    int count = table.count();
    this.kinds = new int[count];
    this.rawLengths = new int[count];
    this.storedLengths = new int[count];
    this.offsets = new long[count];
    long offset = dataOffset;
    for (int i = 0; i < count; i++) {
      kinds[i] = table.u8();
      rawLengths[i] = table.index(PackFormat.MAX_SECTION_LENGTH);
      storedLengths[i] = table.index(PackFormat.MAX_SECTION_LENGTH);
      offsets[i] = offset;
      offset += storedLengths[i];
    }
  }

  private Pack(Pack pack, byte[] dictionary) {
    this.storage = pack.storage;
    this.beginning = pack.beginning;
    this.dictionaryNumber = pack.dictionaryNumber;
    this.dictionary = dictionary;
    this.kinds = pack.kinds;
    this.rawLengths = pack.rawLengths;
    this.storedLengths = pack.storedLengths;
    this.offsets = pack.offsets;
  }

  /**
   * Opens a pack.
   *
   * @param storage the bytes of the pack
   * @return the pack, still without its dictionary if it has one
   * @throws ModelException if the bytes cannot be read, or are not a pack of this version
   */
  public static Pack open(PackStorage storage) {
    try {
      byte[] beginning = storage.read(0, FIRST_READ);
      int magic = PackFormat.MAGIC.length();
      if (beginning.length <= magic || !startsWithMagic(beginning)) {
        throw PackErrors.of("Not a model pack: " + storage.name(), null);
      }
      if (beginning[magic] != PackFormat.VERSION) {
        throw PackErrors.of(
            "The model pack "
                + storage.name()
                + " has format "
                + beginning[magic]
                + ", this library reads format "
                + PackFormat.VERSION
                + ": use boto4j and boto4j-models of the same version",
            null);
      }
      PackInput head = new PackInput(beginning, magic + 1);
      long dictionary = head.varint();
      int tableLength = (int) Math.min(head.varint(), PackFormat.MAX_SECTION_LENGTH);
      int tableStart = head.position();
      if (tableStart + tableLength > beginning.length) {
        beginning = storage.read(0, tableStart + tableLength);
      }
      PackInput table = new PackInput(beginning, tableStart);
      return new Pack(storage, beginning, dictionary, table, tableStart + tableLength);
    } catch (IOException e) {
      throw PackErrors.of("Cannot read the model pack " + storage.name(), e);
    }
  }

  private static boolean startsWithMagic(byte[] file) {
    for (int i = 0; i < PackFormat.MAGIC.length(); i++) {
      if (file[i] != PackFormat.MAGIC.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the name for messages.
   *
   * @return the path or URL
   */
  public String name() {
    return storage.name();
  }

  /**
   * Returns the length of the sections, as they are stored.
   *
   * @return the number of bytes
   */
  public long length() {
    long length = 0;
    for (int stored : storedLengths) {
      length += stored;
    }
    return length;
  }

  /**
   * Returns the number of the dictionary without which no section can be read.
   *
   * @return the CRC-32 of the dictionary; 0 if the pack has none
   */
  public long dictionary() {
    return dictionaryNumber;
  }

  /**
   * Returns this pack with its dictionary.
   *
   * @param dictionary the content of the dictionary
   * @return a pack whose sections can be read
   */
  public Pack withDictionary(byte[] dictionary) {
    return new Pack(this, dictionary);
  }

  /**
   * Finds a section.
   *
   * @param kind the kind, such as {@link PackFormat#SHAPES}
   * @param nth the position among the sections of that kind, from 0
   * @return its index in the table, or −1 if the pack has no such section
   */
  public int find(int kind, int nth) {
    int left = nth;
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == kind && left-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Reads a section.
   *
   * @param kind the kind, such as {@link PackFormat#SHAPES}
   * @param nth the position among the sections of that kind, from 0
   * @return the bytes, inflated, or null if the pack has no such section
   */
  public byte @Nullable [] section(int kind, int nth) {
    int place = find(kind, nth);
    return place < 0 ? null : read(place);
  }

  /**
   * Reads a section that every pack of its kind has.
   *
   * @param kind the kind, such as {@link PackFormat#META}
   * @param nth the position among the sections of that kind, from 0
   * @return the bytes, inflated
   * @throws ModelException if the pack has no such section
   */
  public byte[] required(int kind, int nth) {
    byte[] section = section(kind, nth);
    if (section == null) {
      throw PackErrors.of("The model pack " + storage.name() + " lacks section " + kind, null);
    }
    return section;
  }

  /**
   * Reads the value in a section, which is a map.
   *
   * @param kind the kind, such as {@link PackFormat#PAGINATORS}
   * @return the map; empty if the pack of a service has no such section
   * @throws ModelException if a pack that consists of this section lacks it
   */
  @SuppressWarnings("unchecked") // the maps of a pack have text keys
  public Map<String, Object> value(int kind) {
    byte[] section = kind == PackFormat.VALUE ? required(kind, 0) : section(kind, 0);
    return section != null && new PackInput(section, 0).value() instanceof Map<?, ?> map
        ? (Map<String, Object>) map
        : Map.of();
  }

  private byte[] read(int place) {
    int stored = storedLengths[place];
    if (rawLengths[place] > (long) stored * MAX_RATIO) {
      throw PackErrors.of("The model pack " + storage.name() + " is damaged", null);
    }
    try {
      if (offsets[place] + stored <= beginning.length) {
        return inflate(beginning, (int) offsets[place], stored, rawLengths[place]);
      }
      byte[] data = storage.read(offsets[place], stored);
      if (data.length < stored) {
        throw PackErrors.of("The model pack " + storage.name() + " is truncated", null);
      }
      return inflate(data, 0, stored, rawLengths[place]);
    } catch (IOException | DataFormatException e) {
      throw PackErrors.of("Cannot read the model pack " + storage.name(), e);
    }
  }

  private byte[] inflate(byte[] data, int offset, int length, int rawLength)
      throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      if (dictionary != null) {
        inflater.setDictionary(dictionary);
      }
      inflater.setInput(data, offset, length);
      byte[] raw = new byte[rawLength];
      int done = 0;
      while (done < rawLength) {
        int count = inflater.inflate(raw, done, rawLength - done);
        if (count == 0) {
          throw new DataFormatException("ends after " + done + " of " + rawLength + " bytes");
        }
        done += count;
      }
      return raw;
    } finally {
      inflater.end();
    }
  }
}
