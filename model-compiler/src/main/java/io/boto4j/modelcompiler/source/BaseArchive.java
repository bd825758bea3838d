package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The archives of a base artifact, in which botocore's data folder is three levels deep: a jar, a
 * {@code .tgz} and a {@code .zip}.
 */
final class BaseArchive {
  private static final String DATA = "botocore/data/";
  private static final int MAX_DEPTH = 4;
  private static final int MAX_FILES = 100_000;

  /** Five times as much as botocore's folder has. */
  private static final long MAX_BYTES = 2L << 30;

  private final Path jar;
  private final Path folder;
  private long bytes;
  private int files;

  private BaseArchive(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /**
   * Unpacks botocore's data folder, unless the folder already has the content of this jar.
   *
   * @param jar the jar of the artifact
   * @param sha256 its hash, by which a folder that was unpacked before is recognized
   * @param folder the folder to unpack to; what it contains is deleted
   */
  static void unpack(Path jar, String sha256, Path folder) {
    Path marker = folder.resolveSibling(folder.getFileName() + ".sha256");
    try {
      if (Files.isRegularFile(marker) && Files.readString(marker).equals(sha256)) {
        return;
      }
      Files.deleteIfExists(marker);
      delete(folder);
      Files.createDirectories(folder);
      BaseArchive archive = new BaseArchive(jar, folder);
      try (InputStream in = Files.newInputStream(jar)) {
        archive.zip(in, 1);
      }
      if (archive.files == 0) {
        throw new ModelException("no folder " + DATA + " in the archives of " + jar, null);
      }
      Files.writeString(marker, sha256);
    } catch (IOException e) {
      throw new ModelException("cannot unpack " + jar + " to " + folder + ": " + e, e);
    }
  }

  private void zip(InputStream in, int depth) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        entry(entry.getName(), zip, depth);
      }
    }
  }

  private void tar(InputStream in, int depth) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile()) {
        entry(entry.getName(), tar, depth);
      }
    }
  }

  private void entry(String name, InputStream in, int depth) throws IOException {
    int data = name.indexOf(DATA);
    if (data >= 0) {
      extract(name.substring(data + DATA.length()), in);
    } else if (depth < MAX_DEPTH && name.endsWith(".zip")) {
      zip(in, depth + 1);
    } else if (depth < MAX_DEPTH && (name.endsWith(".tgz") || name.endsWith(".tar.gz"))) {
      tar(new GZIPInputStream(in), depth + 1);
    }
  }

  private void extract(String name, InputStream in) throws IOException {
    Path target = folder.resolve(name).normalize();
    if (!target.startsWith(folder)) {
      throw new ModelException(jar + " contains a file that leaves its folder: " + name, null);
    }
    Files.createDirectories(parent(target));
    try (OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[64 * 1024];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes += count;
        if (bytes > MAX_BYTES) {
          throw new ModelException(jar + " unpacks to more than " + MAX_BYTES + " bytes", null);
        }
        out.write(buffer, 0, count);
      }
    }
    files++;
    if (files > MAX_FILES) {
      throw new ModelException(jar + " contains more than " + MAX_FILES + " files", null);
    }
  }

  private Path parent(Path target) {
    Path parent = target.getParent();
    return parent == null ? folder : parent;
  }

  /** Deletes a folder and everything in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
