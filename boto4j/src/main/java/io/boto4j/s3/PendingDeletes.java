package io.boto4j.s3;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names to delete at the end, in memory or, if they are many, in a temporary file. */
final class PendingDeletes implements Closeable {
  private final int most;
  private final List<String> first = new ArrayList<>();
  private int taken;
  private long spilled;
  private @Nullable Path file;
  private @Nullable DataOutputStream out;
  private @Nullable DataInputStream in;

  /**
   * Creates an empty list.
   *
   * @param most the number of names that are kept in memory
   */
  PendingDeletes(int most) {
    this.most = most;
  }

  void add(String name) throws IOException {
    if (first.size() < most) {
      first.add(name);
      return;
    }
    if (out == null) {
      file = Files.createTempFile("boto4j-deletes-", ".tmp");
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    spilled++;
  }

  /** Takes some names in the order in which they were added; none at the end. */
  List<String> take(int number) throws IOException {
    List<String> names = new ArrayList<>();
    while (names.size() < number && taken < first.size()) {
      names.add(first.get(taken++));
    }
    if (names.size() < number && spilled > 0) {
      DataInputStream from = opened();
      while (names.size() < number && spilled > 0) {
        names.add(new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8));
        spilled--;
      }
    }
    return names;
  }

  private DataInputStream opened() throws IOException {
    if (in == null) {
      if (out != null) {
        out.close();
      }
      in =
          new DataInputStream(
              new BufferedInputStream(Files.newInputStream(Objects.requireNonNull(file))));
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
    if (in != null) {
      in.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
