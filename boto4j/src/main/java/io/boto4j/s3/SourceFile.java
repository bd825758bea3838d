package io.boto4j.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file to upload, which must not change while it is read. */
final class SourceFile implements PartSource {
  private final Path path;
  private final FileChannel channel;
  private final Version version;

  /** The attributes that change when a file is written or replaced. */
  record Version(long size, FileTime modified, @Nullable Object file) {
    static Version of(BasicFileAttributes attributes) {
      return new Version(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
  }

  private SourceFile(Path path, FileChannel channel, Version version) {
    this.path = path;
    this.channel = channel;
    this.version = version;
  }

  /**
   * Checks that a path can be uploaded.
   *
   * @return the attributes of the file
   * @throws LocalFileException if the file does not exist, is a directory or cannot be read
   */
  static BasicFileAttributes check(Path path) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new LocalFileException("There is no file to upload at " + path, path, e);
    } catch (IOException e) {
      throw new LocalFileException(
          "Cannot read the file to upload, " + path + ": " + Reasons.of(e), path, e);
    }
    if (attributes.isDirectory()) {
      throw new LocalFileException(
          path + " is a directory: upload it with uploadDirectory or sync", path, null);
    }
    return attributes;
  }

  /** Opens a named pipe or device, which can be read once. */
  static InputStream pipe(Path path) {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new LocalFileException("Cannot read " + path + ": " + Reasons.of(e), path, e);
    }
  }

  static SourceFile open(Path path) throws IOException {
    Version version = Version.of(check(path));
    try {
      return new SourceFile(path, FileChannel.open(path, StandardOpenOption.READ), version);
    } catch (AccessDeniedException e) {
      throw new LocalFileException("No permission to read the file to upload, " + path, path, e);
    }
  }

  long size() {
    return version.size();
  }

  FileTime modified() {
    return version.modified();
  }

  @Override
  public int read(long position, byte[] target, int offset, int length) throws IOException {
    int count = channel.read(ByteBuffer.wrap(target, offset, length), position);
    if (count <= 0) {
      throw changed("it ends at byte " + position + " of " + version.size());
    }
    return count;
  }

  /**
   * Checks that the file is the one that was opened.
   *
   * @throws SourceChangedException if it was changed or replaced
   */
  void requireUnchanged() throws IOException {
    Version now;
    try {
      now = Version.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      throw changed("it was deleted");
    }
    if (now.size() != version.size()) {
      throw changed("its size was " + version.size() + " bytes and is " + now.size());
    }
    if (!now.modified().equals(version.modified())) {
      throw changed("it was written at " + now.modified());
    }
    if (!Objects.equals(now.file(), version.file())) {
      throw changed("it was replaced by another file");
    }
  }

  /** Reads the whole file, which must be small. */
  byte[] readAll() throws IOException {
    byte[] bytes = new byte[(int) version.size()];
    for (int at = 0; at < bytes.length; ) {
      at += read(at, bytes, at, bytes.length - at);
    }
    return bytes;
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private SourceChangedException changed(String how) {
    return new SourceChangedException(
        "The file " + path + " was changed while it was being uploaded: " + how, null);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
