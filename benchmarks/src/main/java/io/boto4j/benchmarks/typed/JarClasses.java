package io.boto4j.benchmarks.typed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes in a folder of a jar, with their sizes and the classes that they need. */
final class JarClasses {
  private static final String SUFFIX = ".class";

  /**
   * The sum of some classes.
   *
   * @param classes their number
   * @param bytes the bytes of their files
   * @param packed the bytes that the jar has of them
   */
  record Sum(int classes, long bytes, long packed) {
    Sum plus(Sum other) {
      return new Sum(classes + other.classes, bytes + other.bytes, packed + other.packed);
    }
  }

  /** A class file. */
  private static final class Entry {
    private final byte[] content;
    private final long packed;

    Entry(byte[] content, long packed) {
      this.content = content;
      this.packed = packed;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * Reads classes.
   *
   * @param jar the jar
   * @param folder the package, with slashes, and a slash at its end; packages below it belong to it
   */
  JarClasses(String jar, String folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      Enumeration<? extends ZipEntry> all = zip.entries();
      while (all.hasMoreElements()) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.startsWith(folder) && name.endsWith(SUFFIX)) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          String type = name.substring(0, name.length() - SUFFIX.length());
          entries.put(type, new Entry(content, entry.getCompressedSize()));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new IOException("No class of " + folder + " in " + jar);
    }
  }

  Set<String> names() {
    return entries.keySet();
  }

  Sum sum() {
    return sum(entries.keySet());
  }

  Sum sum(Collection<String> names) {
    Sum sum = new Sum(0, 0, 0);
    for (String each : names) {
      Entry entry = entries.get(each);
      if (entry == null) {
        throw new IllegalArgumentException("No class " + each);
      }
      sum = sum.plus(new Sum(1, entry.content.length, entry.packed));
    }
    return sum;
  }

  /**
   * Returns the classes that some classes need, directly or through others.
   *
   * @param roots the classes to begin with
   * @param stops the classes that are left out, with what only they need
   */
  Set<String> reachable(Collection<String> roots, Predicate<String> stops) throws IOException {
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.remove();
      Entry entry = entries.get(name);
      if (entry != null && !stops.test(name) && found.add(name)) {
        open.addAll(ClassConstants.of(entry.content));
      }
    }
    return found;
  }
}
