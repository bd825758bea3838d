package io.boto4j.s3;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a download to a temporary file beside the target, which it replaces at the end. A target
 * that exists keeps its permissions, and a link to it stays a link.
 */
final class FileTarget implements Target {
  private static final int LONGEST_NAME = 255;
  private static final String SUFFIX = ".part";

  /** From this size on, the free space is checked before the download. */
  private static final long CHECKED_SIZE = 1024 * 1024;

  private final Path target;
  private final boolean keepsTime;
  private final boolean failsIfExists;
  private Path temporary;
  private boolean continued;
  private @Nullable FileChannel channel;

  private FileTarget(Path target, Path temporary, DownloadOptions options) {
    this.target = target;
    this.temporary = temporary;
    this.keepsTime = options.keepsTime();
    this.failsIfExists = options.keepsExisting();
  }

  /**
   * Checks that a file can be written, before anything is requested.
   *
   * @throws LocalFileException if it is a directory, or its directory does not exist or is not
   *     writable
   */
  static FileTarget of(Path file, DownloadOptions options) {
    if (Files.isDirectory(file)) {
      throw new LocalFileException(
          file + " is a directory: name a file in it, or use downloadDirectory or sync",
          file,
          null);
    }
    if (options.keepsExisting() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new LocalFileException("There is a file already at " + file, file, null);
    }
    Path real = followed(file);
    Path directory = real.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new LocalFileException("There is no directory " + directory, file, null);
    }
    if (!Files.isWritable(directory)) {
      throw new LocalFileException("No permission to write in " + directory, file, null);
    }
    return new FileTarget(real, directory.resolve(temporaryName(name(real))), options);
  }

  /** Follows links, also one whose target does not exist yet. */
  private static Path followed(Path file) {
    Path followed = file;
    try {
      for (int links = 0; Files.isSymbolicLink(followed) && links < 40; links++) {
        followed = followed.resolveSibling(Files.readSymbolicLink(followed));
      }
    } catch (IOException e) {
      throw new LocalFileException(
          "Cannot follow the link " + followed + ": " + Reasons.of(e), file, e);
    }
    return followed;
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName(), "file name").toString();
  }

  /** Returns a name that is hidden, shows its purpose, and is not longer than names may be. */
  private static String temporaryName(String name) {
    // The numbers of UUIDs cannot be guessed, and their source is opened once per process.
    String random = UUID.randomUUID().toString().substring(0, 8);
    String kept = name;
    while (kept.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - random.length() - 7) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return "." + kept + "." + random + SUFFIX;
  }

  Path target() {
    return target;
  }

  Path temporary() {
    return temporary;
  }

  /** Continues with the temporary file of an earlier run. */
  void continueWith(Path earlier) {
    temporary = earlier;
    continued = true;
  }

  @Override
  public void prepare(long size) throws IOException {
    try {
      if (size >= CHECKED_SIZE) {
        requireSpace(size);
      }
      if (channel == null) {
        channel =
            FileChannel.open(
                temporary,
                continued ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
      }
    } catch (FileSystemException e) {
      throw new LocalFileException(
          "Cannot create a file beside " + target + ": " + Reasons.of(e), target, e);
    }
  }

  private void requireSpace(long size) throws IOException {
    long present = Files.exists(temporary) ? Files.size(temporary) : 0;
    // Not Files.getFileStore, which reads the table of all mounted disks.
    long free = directory().toFile().getUsableSpace();
    if (size - present > free) {
      throw new LocalFileException(
          "The object has " + size + " bytes, but the disk of " + target + " has room for " + free,
          target,
          null);
    }
  }

  private Path directory() {
    return Objects.requireNonNull(temporary.getParent());
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public void write(long position, byte[] bytes, int offset, int length) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
    long at = position;
    try {
      while (rest.hasRemaining()) {
        at += open().write(rest, at);
      }
    } catch (IOException e) {
      throw new LocalFileException("Cannot write " + target + ": " + Reasons.of(e), target, e);
    }
  }

  /** Returns what was written so far as a source. */
  PartSource written() {
    return (position, bytes, offset, length) -> {
      int count = open().read(ByteBuffer.wrap(bytes, offset, length), position);
      if (count <= 0) {
        throw new EOFException("the temporary file was cut at byte " + position);
      }
      return count;
    };
  }

  private FileChannel open() {
    return Objects.requireNonNull(channel, "not prepared");
  }

  @Override
  public void complete(@Nullable Instant modified) throws IOException {
    close();
    keepPermissions();
    if (keepsTime && modified != null) {
      Files.setLastModifiedTime(temporary, FileTime.from(modified));
    }
    try {
      if (failsIfExists) {
        Files.move(temporary, target);
      } else {
        move();
      }
    } catch (FileAlreadyExistsException e) {
      throw new LocalFileException("There is a file already at " + target, target, e);
    } catch (FileSystemException e) {
      throw new LocalFileException("Cannot replace " + target + ": " + Reasons.of(e), target, e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void keepPermissions() throws IOException {
    PosixFileAttributeView before =
        Files.exists(target)
            ? Files.getFileAttributeView(target, PosixFileAttributeView.class)
            : null;
    PosixFileAttributeView after =
        before == null ? null : Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (before != null && after != null) {
      PosixFileAttributes kept = before.readAttributes();
      after.setPermissions(kept.permissions());
    }
  }

  @Override
  public void discard() throws IOException {
    close();
    Files.deleteIfExists(temporary);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
