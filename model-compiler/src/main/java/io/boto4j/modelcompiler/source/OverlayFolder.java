package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import io.boto4j.model.smithy.SmithyService;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder in botocore's layout, to which services from Smithy models are written. In front of a
 * base, they replace the base's services.
 */
final class OverlayFolder {
  private final Path folder;
  private final @Nullable Path base;

  /**
   * Creates a writer.
   *
   * @param folder the folder to write to
   * @param base the folder of the base, or null
   */
  OverlayFolder(Path folder, @Nullable Path base) {
    this.folder = folder;
    this.base = base;
  }

  /**
   * Writes a service.
   *
   * <p>botocore's authors wrote paginators, waiters and examples by hand, and corrections in files
   * named {@code .sdk-extras}. Those of the base go before the model's, if they are of the same API
   * version and of an operation that the model still has: so nothing changes for the programs that
   * use them.
   *
   * @param name botocore's name of the service
   * @param service the service
   */
  void write(String name, SmithyService service) {
    Path versioned = Path.of(name, service.apiVersion());
    Path target = folder.resolve(versioned);
    Path replaced = base == null ? null : base.resolve(versioned);
    try {
      Files.createDirectories(target);
      write(target, "service-2", service.service());
      Part part = new Part(service, replaced, target);
      part.write("paginators-1", "pagination", service.paginators());
      part.write("waiters-2", "waiters", service.waiters());
      part.write("examples-1", "examples", service.examples());
      if (service.endpointRules() != null) {
        write(target, "endpoint-rule-set-1", service.endpointRules());
      }
      if (replaced != null && Files.isDirectory(replaced)) {
        copyExtras(replaced, target);
      }
    } catch (IOException e) {
      throw new ModelException(
          "cannot write the models of " + name + " to " + target + ": " + e, e);
    }
  }

  /**
   * A file with entries for operations, to which those of the base are added.
   *
   * @param service the service
   * @param replaced the folder of the service in the base, or null
   * @param target the folder to write to
   */
  private record Part(SmithyService service, @Nullable Path replaced, Path target) {
    void write(String file, String member, Map<String, Object> own) throws IOException {
      Map<String, Object> entries = new LinkedHashMap<>(object(own.get(member)));
      Path path = replaced == null ? null : replaced.resolve(file + ".json");
      if (path != null && Files.isRegularFile(path)) {
        Map<String, Object> operations = object(service.service().get("operations"));
        object(read(path).get(member))
            .forEach(
                (key, value) -> {
                  // A waiter names its operation; the others have the name of theirs.
                  Object named = object(value).get("operation");
                  if (operations.containsKey(named == null ? key : named)) {
                    entries.put(key, value);
                  }
                });
      }
      Map<String, Object> content = new LinkedHashMap<>(own);
      content.put(member, entries);
      OverlayFolder.write(target, file, content);
    }
  }

  private static void copyExtras(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> extras = Files.newDirectoryStream(from, "*.sdk-extras.json")) {
      for (Path each : extras) {
        Files.write(to.resolve(each.getFileName()), Files.readAllBytes(each));
      }
    }
  }

  private static void write(Path target, String name, Map<String, Object> content)
      throws IOException {
    Files.write(target.resolve(name + ".json"), new JsonWriter().value(content).toByteArray());
  }

  private static Map<String, Object> read(Path file) throws IOException {
    JsonReader reader = new JsonReader(Files.readAllBytes(file));
    return object(reader.readValue());
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
