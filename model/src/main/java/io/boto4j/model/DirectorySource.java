package io.boto4j.model;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of models in botocore's layout: {@code SERVICE/VERSION/service-2.json}, plain or {@code
 * .gz}, with {@code service-2.sdk-extras.json} merged into it. Thread-safe; every call reads the
 * files again.
 */
final class DirectorySource {
  static final String SERVICE = "service-2";
  private static final String RESOURCES = "resources.txt";
  private static final String EXAMPLES = "examples-1";
  private static final String ENDPOINT_RULE_SET = "endpoint-rule-set-1";

  private final Path folder;

  DirectorySource(Path folder) {
    this.folder = folder;
  }

  /** Returns the services with at least one version, sorted. */
  List<String> services() {
    List<String> services = new ArrayList<>();
    for (String name : foldersIn(folder)) {
      if (!versions(name).isEmpty()) {
        services.add(name);
      }
    }
    return services;
  }

  /** Returns the versions of a service, sorted: the newest last. */
  List<String> versions(String service) {
    List<String> versions = new ArrayList<>();
    for (String version : foldersIn(folder.resolve(service))) {
      if (exists(service, version, SERVICE)) {
        versions.add(version);
      }
    }
    return versions;
  }

  /** Returns the content of a service's file with its extras, or null if it does not exist. */
  @Nullable Map<String, Object> service(String service, String version) {
    return file(service, version, SERVICE);
  }

  /** Returns a part of a service, or null if its file does not exist. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  @Nullable Map<String, Object> part(String service, String version, ModelPart part) {
    Map<String, Object> file = file(service, version, part.fileType());
    if (file == null) {
      return null;
    }
    return file.get(part.root()) instanceof Map<?, ?> root ? (Map<String, Object>) root : Map.of();
  }

  /** Returns the endpoint rule set of a service, or null if its file does not exist. */
  @Nullable Map<String, Object> endpointRuleSet(String service, String version) {
    return file(service, version, ENDPOINT_RULE_SET);
  }

  /** Returns the documentation of a service, or null if its file does not exist. */
  @Nullable Documentation documentation(String service, String version) {
    Map<String, Object> file = file(service, version, SERVICE);
    return file == null
        ? null
        : new Documentation(DocumentationReader.texts(file, file(service, version, EXAMPLES)));
  }

  /** Returns the services with a file of definitions of resources, sorted. */
  List<String> servicesWithResources() {
    List<String> services = new ArrayList<>();
    for (String name : foldersIn(folder)) {
      for (String version : foldersIn(folder.resolve(name))) {
        if (Files.isRegularFile(folder.resolve(name).resolve(version).resolve(RESOURCES))) {
          services.add(name);
        }
      }
    }
    return services;
  }

  /** Adds the text of the file with definitions of resources, if it exists, to texts by path. */
  void readResources(String service, String version, Map<String, String> texts) {
    Path path = folder.resolve(service).resolve(version).resolve(RESOURCES);
    if (Files.isRegularFile(path)) {
      try {
        texts.put(path.toString(), Files.readString(path));
      } catch (IOException e) {
        throw new ModelException("Cannot read the definitions in " + path + ": " + e, e);
      }
    }
  }

  /** Returns a file at the root of the folder, such as {@code partitions}, or null. */
  @Nullable Map<String, Object> root(String name) {
    return read(folder.resolve(name));
  }

  Path path(String service, String version) {
    return folder.resolve(service).resolve(version).resolve(SERVICE + ".json");
  }

  private @Nullable Map<String, Object> file(String service, String version, String type) {
    Path base = folder.resolve(service).resolve(version);
    Map<String, Object> file = read(base.resolve(type));
    if (file == null) {
      return null;
    }
    Map<String, Object> extras = read(base.resolve(type + ".sdk-extras"));
    if (extras != null && extras.get("merge") instanceof Map<?, ?> changes) {
      merge(file, changes);
    }
    return file;
  }

  /** Merges objects and replaces all other values, like botocore's loader. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static void merge(Map<String, Object> into, Map<?, ?> changes) {
    for (Map.Entry<?, ?> change : changes.entrySet()) {
      String key = (String) change.getKey();
      if (change.getValue() instanceof Map<?, ?> inner && into.get(key) instanceof Map<?, ?> old) {
        Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) old);
        merge(copy, inner);
        into.put(key, copy);
      } else {
        into.put(key, change.getValue());
      }
    }
  }

  private boolean exists(String service, String version, String type) {
    Path base = folder.resolve(service).resolve(version);
    return Files.isRegularFile(base.resolve(type + ".json"))
        || Files.isRegularFile(base.resolve(type + ".json.gz"));
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static @Nullable Map<String, Object> read(Path withoutExtension) {
    Path plain = withoutExtension.resolveSibling(withoutExtension.getFileName() + ".json");
    Path zipped = withoutExtension.resolveSibling(withoutExtension.getFileName() + ".json.gz");
    Path path = Files.isRegularFile(plain) ? plain : zipped;
    if (!Files.isRegularFile(path)) {
      return null;
    }
    try (InputStream file = Files.newInputStream(path);
        InputStream in = path == zipped ? new GZIPInputStream(file, 64 * 1024) : file) {
      JsonReader reader = new JsonReader(in.readAllBytes());
      Object value = reader.readValue();
      reader.end();
      if (value instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
      throw new ModelException("Not a model file: " + path + " does not contain an object", null);
    } catch (JsonException e) {
      throw new ModelException("Not a model file: " + path + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ModelException("Cannot read the model file " + path + ": " + e.getMessage(), e);
    }
  }

  private static List<String> foldersIn(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
      for (Path child : children) {
        if (Files.isDirectory(child)) {
          names.add(String.valueOf(child.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new ModelException("Cannot list the model folder " + parent, e);
    }
    Collections.sort(names);
    return names;
  }
}
