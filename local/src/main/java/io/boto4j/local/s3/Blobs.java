package io.boto4j.local.s3;

import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of objects and parts: small ones in the store, large ones in files.
 *
 * <p>A file is complete, and forced to the disk, before the change that refers to it; the change
 * lists it, and files that are not listed are removed at opening.
 */
final class Blobs {
  /** Bodies up to this size are kept in the store. */
  static final int SMALL = 64 * 1024;

  /** Takes the bytes of a body as they arrive. */
  interface Sink {
    void update(byte[] bytes, int offset, int length);
  }

  private final MVMap<String, byte[]> small;
  private final MVMap<String, Object> large;
  private final Store store;

  /** The number of readers of each body; guarded by this. */
  private final Map<String, Integer> pins = new HashMap<>();

  /** Bodies that were forgotten while they are read; guarded by this. */
  private final Set<String> doomed = new HashSet<>();

  Blobs(Store store) {
    this.store = store;
    this.small =
        store.map(
            "bodies",
            new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
    this.large = store.map("files");
    if (store.isDurable()) {
      removeOrphans();
    }
  }

  private void removeOrphans() {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(store.directory())) {
      for (Path file : all) {
        if (!large.containsKey(file.getFileName().toString())) {
          store.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tidy the files of S3", e);
    }
  }

  /**
   * Receives a body.
   *
   * @param in the body, which is read to its end
   * @param sinks are given all bytes
   * @param most the most bytes
   * @return the bytes, which are kept once {@link #keep} is called within a write
   */
  Received receive(InputStream in, Collection<Sink> sinks, long most) {
    Path file = null;
    boolean done = false;
    try {
      byte[] head = in.readNBytes(SMALL + 1);
      sinks.forEach(each -> each.update(head, 0, head.length));
      if (head.length <= SMALL) {
        done = true;
        return new Received("m" + UUID.randomUUID(), head.length, head, null);
      }
      String id = "f" + UUID.randomUUID();
      file = store.directory().resolve(id);
      long size;
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        size = copy(in, head, Channels.newOutputStream(channel), sinks, most);
        if (store.isDurable()) {
          channel.force(true);
        }
      }
      done = true;
      return new Received(id, size, null, file);
    } catch (IOException e) {
      throw new EngineException(
          "IncompleteBody",
          "You did not provide the number of bytes specified by the Content-Length HTTP header",
          400,
          Map.of());
    } finally {
      if (!done && file != null) {
        store.delete(file);
      }
    }
  }

  private static long copy(
      InputStream in, byte[] head, OutputStream out, Collection<Sink> sinks, long most)
      throws IOException {
    long size = head.length;
    out.write(head);
    byte[] buffer = new byte[SMALL];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      size += count;
      if (size > most) {
        throw S3Errors.of(
            400,
            "EntityTooLarge",
            "Your proposed upload exceeds the maximum allowed size",
            "MaxSizeAllowed",
            Long.toString(most));
      }
      int length = count;
      sinks.forEach(each -> each.update(buffer, 0, length));
      out.write(buffer, 0, count);
    }
    return size;
  }

  /** Keeps what was received. Called within the write that refers to it. */
  void keep(Received received) {
    if (received.bytes != null) {
      small.put(received.id, received.bytes);
    } else {
      large.put(received.id, received.size);
    }
  }

  /** Removes what was received but is not kept, after an error. */
  void discard(Received received) {
    if (received.file != null) {
      store.delete(received.file);
    }
  }

  /** Forgets bodies. Called within a write; {@link #deleteFiles} follows when it is durable. */
  void forget(List<String> ids) {
    for (String id : ids) {
      if (isFile(id)) {
        large.remove(id);
      } else {
        small.remove(id);
      }
    }
  }

  /** Deletes the files of bodies that were forgotten, now or when nobody reads them any more. */
  void deleteFiles(List<String> ids) {
    for (String id : ids) {
      if (isFile(id) && !isPinned(id)) {
        try {
          store.delete(store.directory().resolve(id));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /**
   * Keeps bodies from being deleted while they are read.
   *
   * @return false if one of them is gone
   */
  synchronized boolean pin(List<String> ids) {
    for (String id : ids) {
      if (isFile(id) ? !large.containsKey(id) : !small.containsKey(id)) {
        return false;
      }
    }
    ids.forEach(id -> pins.merge(id, 1, Integer::sum));
    return true;
  }

  /** Ends the reading of bodies. */
  void unpin(List<String> ids) {
    List<String> gone = new ArrayList<>();
    synchronized (this) {
      for (String id : ids) {
        Integer left = pins.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1);
        if (left == null && doomed.remove(id)) {
          gone.add(id);
        }
      }
    }
    deleteFiles(gone);
  }

  private synchronized boolean isPinned(String id) {
    return pins.containsKey(id) && (doomed.add(id) || doomed.contains(id));
  }

  private static boolean isFile(String id) {
    return id.startsWith("f");
  }

  /**
   * Opens a body.
   *
   * @param id the id of the body
   * @param from the first byte
   * @return the bytes from there
   */
  InputStream open(String id, long from) throws IOException {
    if (!isFile(id)) {
      byte[] bytes = small.get(id);
      if (bytes == null) {
        throw new IOException("The object was replaced while it was read");
      }
      return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
    }
    FileChannel channel = FileChannel.open(store.directory().resolve(id), StandardOpenOption.READ);
    channel.position(from);
    return Channels.newInputStream(channel);
  }

  /** Bytes that arrived: in memory or in a file. */
  static final class Received {
    final String id;
    final long size;
    private final byte @Nullable [] bytes;
    private final @Nullable Path file;

    private Received(String id, long size, byte @Nullable [] bytes, @Nullable Path file) {
      this.id = id;
      this.size = size;
      this.bytes = bytes;
      this.file = file;
    }
  }
}
