package io.boto4j.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of models in botocore's layout: {@code SERVICE/VERSION/service-2.json}, plain or {@code
 * .gz}, with {@code service-2.sdk-extras.json} merged into it. Thread-safe; the versions of a
 * service are listed once.
 */
final class DirectorySource {
  private final Path folder;
  private final List<String> names;

  /** The versions of the services that were asked for. */
  private final Map<String, List<String>> versions = new ConcurrentHashMap<>();

  /**
   * Creates a source.
   *
   * @param folder the folder
   * @param names the folders in it, sorted
   */
  DirectorySource(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /** Returns the names of all folders, which may be services, sorted. */
  List<String> names() {
    return names;
  }

  /** Returns the services with at least one version, sorted. */
  List<String> services() {
    List<String> services = new ArrayList<>();
    for (String name : names) {
      if (!versions(name).isEmpty()) {
        services.add(name);
      }
    }
    return services;
  }

  /** Returns the versions of a service, sorted: the newest last. */
  List<String> versions(String service) {
    List<String> known = versions.get(service);
    if (known == null) {
      known = new ArrayList<>();
      for (String version : folders(service)) {
        Path base = folder.resolve(service).resolve(version);
        if (Files.isRegularFile(base.resolve(BotocoreLayer.SERVICE + ".json"))
            || Files.isRegularFile(base.resolve(BotocoreLayer.SERVICE + ".json.gz"))) {
          known.add(version);
        }
      }
      versions.put(service, known);
    }
    return known;
  }

  /** Returns the folders of a service, which may be versions of it, sorted. */
  List<String> folders(String service) {
    return names.contains(service) ? foldersIn(folder.resolve(service)) : List.of();
  }

  /** Reads the files of a service; returns null if there are none. */
  @Nullable BotocoreLayer layer(String service, String version) {
    return names.contains(service)
        ? BotocoreLayer.read(folder.resolve(service).resolve(version), service, version)
        : null;
  }

  /** Returns the origin of a service, or null if its file does not exist. */
  @Nullable ModelOrigin origin(String service, String version) {
    if (!versions(service).contains(version)) {
      return null;
    }
    Path base = folder.resolve(service).resolve(version);
    Path plain = base.resolve(BotocoreLayer.SERVICE + ".json");
    Path path =
        Files.isRegularFile(plain) ? plain : base.resolve(BotocoreLayer.SERVICE + ".json.gz");
    try {
      return new ModelOrigin(
          service,
          version,
          path.toString(),
          ModelFile.date(Files.getLastModifiedTime(path).toInstant()),
          null);
    } catch (IOException e) {
      throw ModelFile.unreadable(path, e);
    }
  }

  /** Returns the services with a file of definitions of resources, sorted. */
  List<String> servicesWithResources() {
    List<String> services = new ArrayList<>();
    for (String name : names) {
      for (String version : folders(name)) {
        if (Files.isRegularFile(
            folder.resolve(name).resolve(version).resolve(BotocoreLayer.RESOURCES))) {
          services.add(name);
        }
      }
    }
    return services;
  }

  /** Returns the names of the folders in a folder, sorted; none if it does not exist. */
  static List<String> foldersIn(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Path child : children(parent)) {
      if (Files.isDirectory(child)) {
        names.add(String.valueOf(child.getFileName()));
      }
    }
    return names;
  }

  /** Returns what is in a folder, sorted. */
  static List<Path> children(Path parent) {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
      for (Path child : children) {
        paths.add(child);
      }
    } catch (IOException e) {
      throw new ModelException("Cannot list the model folder " + parent, e);
    }
    Collections.sort(paths);
    return paths;
  }
}
