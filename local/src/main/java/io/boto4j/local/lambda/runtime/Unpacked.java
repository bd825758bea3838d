package io.boto4j.local.lambda.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The code and layers of a function in a temporary folder, which is removed with the environment.
 */
final class Unpacked implements AutoCloseable {
  private final Path folder;
  private final Path task;
  private final Path layers;

  private Unpacked(Path folder) {
    this.folder = folder;
    this.task = folder.resolve("task");
    this.layers = folder.resolve("opt");
  }

  static Unpacked of(FunctionSpec spec) {
    try {
      Unpacked made = new Unpacked(Files.createTempDirectory("boto4j-local-lambda-"));
      Files.createDirectories(made.layers);
      Files.createDirectories(made.task);
      for (byte[] layer : spec.layers()) {
        unpack(layer, made.layers);
      }
      unpack(spec.archive(), made.task);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the function " + spec.name(), e);
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive has an entry outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.deleteIfExists(path);
          Files.copy(zip, path);
          executable(path);
        }
      }
    }
  }

  /** Archives that are read as a stream do not have permissions; programs need them. */
  private static void executable(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    boolean program = !name.contains(".") || name.endsWith(".sh");
    if (program && Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          path, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  Path folder() {
    return folder;
  }

  Path task() {
    return task;
  }

  Path layers() {
    return layers;
  }

  /** Writes a file of ours beside the code. */
  Path add(String resource) {
    Path path = folder.resolve(resource);
    try (InputStream in = Unpacked.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("boto4j-local lacks its resource " + resource);
      }
      Files.writeString(
          path, new String(in.readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  /** The jars in a folder, or none. */
  static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  @Override
  public void close() {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(all::add);
      all.sort(Comparator.reverseOrder());
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.DEBUG, "Cannot remove " + folder, e);
    }
  }
}
