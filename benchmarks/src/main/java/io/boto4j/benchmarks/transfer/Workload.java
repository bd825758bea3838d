package io.boto4j.benchmarks.transfer;

import io.boto4j.benchmarks.transfer.store.Pattern;
import io.boto4j.benchmarks.transfer.store.SmallFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The files to upload, and the check of what has arrived. */
final class Workload {
  /** The size of a small file. */
  static final int SMALL = 4096;

  private static final int CHANGED_SIZE = SMALL + 16;
  private static final int CHANGED_PERCENT = 1;
  private static final String BUCKET = "benchmark/";

  private final Path folder;
  private final long size;
  private final int files;
  private final Pattern pattern = new Pattern();

  Workload(Path folder, long size, int files) {
    this.folder = folder;
    this.size = size;
    this.files = files;
  }

  /** Writes the files that a scenario uploads, unless they have been written before. */
  void write(Scenario scenario) throws IOException {
    Path source = source(scenario);
    if (scenario.task().equals("up") && !Files.exists(source)) {
      write(source, 0, size);
    } else if (scenario.isOfFiles() && scenario != Scenario.FILES_DOWN && !Files.exists(source)) {
      FileTime past = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
      for (int i = 0; i < files; i++) {
        Path file = source.resolve(SmallFiles.name(i));
        Files.createDirectories(source.resolve(SmallFiles.folder(i)));
        boolean changed = scenario == Scenario.SYNC_CHANGED && isChanged(i);
        // Different bytes each: s3cmd uploads the same bytes once, and then copies them.
        write(file, changed ? i : 0, changed ? CHANGED_SIZE : SMALL);
        if (!changed) {
          Files.setLastModifiedTime(file, past);
        }
      }
    }
  }

  private static boolean isChanged(int number) {
    return number % (100 / CHANGED_PERCENT) == 0;
  }

  private int changed() {
    int changed = 0;
    for (int i = 0; i < files; i++) {
      changed += isChanged(i) ? 1 : 0;
    }
    return changed;
  }

  private void write(Path file, long from, long length) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < length; ) {
        at += out.write(pattern.at(from + at, length - at, false), at);
      }
    }
  }

  private Path source(Scenario scenario) {
    return switch (scenario) {
      case UP, UP_TLS -> folder.resolve("large.bin");
      case SYNC_CHANGED -> folder.resolve("changed");
      default -> folder.resolve("files");
    };
  }

  private Path target() {
    return folder.resolve("target");
  }

  /** Returns the local path that is the argument of the contestants. */
  Path local(Scenario scenario) {
    return switch (scenario) {
      case DOWN, DOWN_TLS -> target().resolve("large.bin");
      case FILES_DOWN, COPY -> target();
      default -> source(scenario);
    };
  }

  /** Returns the size or number that a contestant must transfer. */
  long expected(Scenario scenario) {
    return switch (scenario) {
      case UP, UP_TLS, DOWN, DOWN_TLS -> size;
      case COPY -> 5 * size;
      case FILES_UP, FILES_DOWN -> files;
      case SYNC_UNCHANGED -> 0;
      case SYNC_CHANGED -> changed();
    };
  }

  /**
   * Puts the store and the target into the state before a run.
   *
   * @param algorithm the algorithm of the checksums that the objects have
   */
  void prepare(Scenario scenario, StoreControl store, String algorithm) throws IOException {
    delete(target());
    Files.createDirectories(target());
    store.request("reset");
    switch (scenario) {
      case DOWN, DOWN_TLS ->
          store.request(
              "large?path=" + BUCKET + "large.bin&size=" + size + "&algorithm=" + algorithm);
      case COPY -> store.request("large?path=" + BUCKET + "huge.bin&size=" + 5 * size);
      case FILES_DOWN, SYNC_UNCHANGED, SYNC_CHANGED ->
          store.request(
              "small?path="
                  + BUCKET
                  + "files/&size="
                  + SMALL
                  + "&count="
                  + files
                  + "&algorithm="
                  + algorithm);
      case UP, UP_TLS, FILES_UP -> {}
    }
  }

  /** Checks that a run has done what it should, whatever the contestant reports. */
  void verify(Scenario scenario, Map<String, Long> seen) throws IOException {
    require("unfinished uploads", 0, seen.getOrDefault("unfinished", 0L));
    long small = (long) files * SMALL;
    long grown = (long) changed() * (CHANGED_SIZE - SMALL);
    switch (scenario) {
      case UP, UP_TLS -> require("bytes in the store", size, seen.getOrDefault("bytes", 0L));
      case COPY -> require("bytes in the store", 10 * size, seen.getOrDefault("bytes", 0L));
      case DOWN, DOWN_TLS -> requirePattern(local(scenario), size);
      case FILES_DOWN -> {
        for (int i = 0; i < files; i++) {
          requirePattern(target().resolve(SmallFiles.name(i)), SMALL);
        }
      }
      case FILES_UP -> {
        require("objects", files, seen.getOrDefault("objects", 0L));
        require("bytes in the store", small, seen.getOrDefault("bytes", 0L));
      }
      case SYNC_UNCHANGED -> require("uploads", 0, seen.getOrDefault("PutObject", 0L));
      case SYNC_CHANGED -> {
        require("uploads", changed(), seen.getOrDefault("PutObject", 0L));
        require("bytes in the store", small + grown, seen.getOrDefault("bytes", 0L));
      }
    }
  }

  private static void require(String what, long expected, long seen) throws IOException {
    if (expected != seen) {
      throw new IOException("Expected " + expected + " " + what + ", and there are " + seen);
    }
  }

  private void requirePattern(Path file, long length) throws IOException {
    require("bytes in " + file, length, Files.size(file));
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, Pattern.SPAN));
    try (FileChannel in = FileChannel.open(file)) {
      for (long at = 0; at < length; ) {
        int count = in.read(buffer.clear(), at);
        if (!buffer.flip().equals(pattern.at(at, count, true))) {
          throw new IOException("Wrong bytes in " + file + " from byte " + at + " on");
        }
        at += count;
      }
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path each : entries) {
          delete(each);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
