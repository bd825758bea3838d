package io.boto4j;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The string constants of class files, read from their constant pools (JVMS 4.4). */
final class StringConstants {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int STRING = 8;

  private StringConstants() {}

  /** Returns the values that the code and the constant fields of a class use. */
  static Set<String> of(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return read(new DataInputStream(new BufferedInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(type.getName(), e);
    }
  }

  private static Set<String> read(DataInputStream file) throws IOException {
    file.skipNBytes(8); // magic number and version
    int count = file.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    Set<Integer> strings = new TreeSet<>();
    for (int index = 1; index < count; index++) {
      int tag = file.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts.put(index, file.readUTF());
        case STRING -> strings.add(file.readUnsignedShort());
        case LONG, DOUBLE -> {
          file.skipNBytes(8);
          index++; // takes up two entries
        }
        default -> file.skipNBytes(size(tag));
      }
    }
    Set<String> constants = new TreeSet<>();
    for (int index : strings) {
      constants.add(texts.get(index));
    }
    return constants;
  }

  private static int size(int tag) {
    return switch (tag) {
      case 7, 16, 19, 20 -> 2; // class, method type, module, package
      case 15 -> 3; // method handle
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4; // int, float, references, name and type, dynamic
      default -> throw new IllegalArgumentException("Unknown tag in a constant pool: " + tag);
    };
  }
}
