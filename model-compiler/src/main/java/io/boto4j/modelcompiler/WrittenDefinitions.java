package io.boto4j.modelcompiler;

import io.boto4j.model.ModelException;
import io.boto4j.model.resource.ResourceDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of resources that are written down: those in a folder, or else those of boto3's
 * nine services, which are in the jar of the compiler.
 */
final class WrittenDefinitions {
  private final @Nullable Path folder;

  /**
   * Creates definitions.
   *
   * @param folder the folder with files named {@code SERVICE.txt}, or null for those in the jar
   */
  WrittenDefinitions(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Returns the definitions of a service, or null if it has none. */
  @Nullable ResourceDefinitions of(String service) {
    String name = service + ".txt";
    Path file = folder == null ? null : folder.resolve(name);
    try (InputStream in = file == null ? inJar(name) : inFolder(file)) {
      return in == null
          ? null
          : ResourceDefinitions.parse(
              file == null ? name : file.toString(),
              new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ModelException("cannot read the definitions " + name + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable InputStream inJar(String name) {
    return WrittenDefinitions.class.getResourceAsStream("resources/" + name);
  }

  private static @Nullable InputStream inFolder(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
  }
}
