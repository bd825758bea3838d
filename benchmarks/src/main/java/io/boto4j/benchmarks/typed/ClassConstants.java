package io.boto4j.benchmarks.typed;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that the constant pool of a class file names, which its code or its type needs. */
final class ClassConstants {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;

  private ClassConstants() {}

  /** Returns the names, with slashes; of arrays those of their elements. */
  static Set<String> of(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    if (in.readInt() != 0xCAFEBABE) {
      throw new IOException("Not a class file");
    }
    in.skipNBytes(4);
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    List<Integer> classes = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      if (tag == UTF8) {
        texts[i] = in.readUTF();
      } else if (tag == CLASS) {
        classes.add(in.readUnsignedShort());
      } else {
        in.skipNBytes(length(tag));
        // A long and a double take two entries.
        i += tag == 5 || tag == 6 ? 1 : 0;
      }
    }
    Set<String> names = new LinkedHashSet<>();
    for (int each : classes) {
      names.add(element(texts[each]));
    }
    return names;
  }

  /** The bytes of a constant after its tag (JVM Specification, table 4.4-A). */
  private static int length(int tag) throws IOException {
    return switch (tag) {
      case 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IOException("Unknown constant: " + tag);
    };
  }

  private static String element(String name) {
    int start = name.lastIndexOf('[') + 1;
    return start > 0 && name.charAt(start) == 'L'
        ? name.substring(start + 1, name.length() - 1)
        : name.substring(start);
  }
}
