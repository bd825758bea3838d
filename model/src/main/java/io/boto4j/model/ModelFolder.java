package io.boto4j.model;

import io.boto4j.model.pack.ClassPathPacks;
import io.boto4j.model.pack.Pack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of models: services in botocore's layout, Smithy models, and packs of the user's own,
 * which are preferred in this order. Thread-safe.
 *
 * <p>The folder is listed once, when it is first used.
 */
final class ModelFolder {
  /** botocore's files at the root of its folder, which belong to no single service. */
  private static final List<String> ROOTS =
      List.of("partitions", "endpoints", "sdk-default-configuration", "_retry");

  /** The content of these packs is about the other packs of the same folder. */
  private static final Set<String> OF_PACKS = Set.of("resources", "sources", "service-names");

  private final Path path;
  private final DirectorySource botocore;
  private final SmithyFolder smithy;
  private final @Nullable ClassPathPacks packs;

  /** The error of the folder or of the index of its packs, or null. */
  private final @Nullable ModelException problem;

  /** The files that belong to no single service: clients share them, so all are read at once. */
  private final Map<String, ModelFile> roots = new HashMap<>();

  /** The content of those that were asked for. */
  private final Map<String, Map<String, Object>> contents = new ConcurrentHashMap<>();

  ModelFolder(Path path, SmithyNames names) {
    List<String> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    ModelException found = null;
    try {
      for (Path child : DirectorySource.children(path)) {
        if (Files.isDirectory(child)) {
          folders.add(String.valueOf(child.getFileName()));
        } else if (Files.isRegularFile(child) && !isRoot(child)) {
          files.add(child);
        }
      }
    } catch (ModelException e) {
      found = e;
    }
    try {
      for (String root : ROOTS) {
        ModelFile file = BotocoreLayer.json(path, root);
        if (file != null) {
          roots.put(root, file);
        }
      }
    } catch (ModelException e) {
      found = e;
    }
    ClassPathPacks own = null;
    if (Files.isDirectory(path.resolve(ClassPathPacks.MODELS))) {
      own = new ClassPathPacks(path);
      try {
        own.services();
        own.olderVersions();
        for (String root : ROOTS) {
          own.root(root);
        }
      } catch (ModelException e) {
        own = null;
        found = e;
      }
    }
    this.path = path;
    this.botocore = new DirectorySource(path, folders);
    this.smithy = new SmithyFolder(path, folders, files, names);
    this.packs = own;
    this.problem = found;
  }

  private static boolean isRoot(Path file) {
    String name = String.valueOf(file.getFileName());
    for (String root : ROOTS) {
      if (name.equals(root + ".json") || name.equals(root + ".json.gz")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the services of all files that can be read. */
  Set<String> services() {
    Set<String> services = new TreeSet<>(botocore.services());
    services.addAll(smithy.services());
    if (packs != null) {
      services.addAll(packs.services().keySet());
    }
    return services;
  }

  /**
   * Returns the versions of a service, sorted: the newest last.
   *
   * @throws ModelException if a file that cannot be read seems to have the service
   */
  Set<String> versions(String service) {
    if (problem != null
        && Files.exists(path.resolve(ClassPathPacks.MODELS).resolve(service + ".pack"))) {
      throw problem;
    }
    Set<String> versions = new TreeSet<>(botocore.versions(service));
    versions.addAll(smithy.versions(service));
    if (packs != null) {
      versions.addAll(packs.versions(service));
    }
    return versions;
  }

  /** Reads what the folder has for a version of a service, in the order of preference. */
  void addLayers(String service, String version, List<ServiceLayer> into) {
    add(into, botocore.layer(service, version));
    add(into, smithy.layer(service, version));
    Pack pack = packs == null ? null : packs.find(service, version);
    if (packs != null && pack != null) {
      ModelOrigin origin = new PackOrigins(packs).of(service, version);
      into.add(new PackLayer(pack, packs.documentation(service, version), origin));
    }
  }

  private static void add(List<ServiceLayer> into, @Nullable ServiceLayer layer) {
    if (layer != null) {
      into.add(layer);
    }
  }

  /** Returns the origin of a version of a service, or null if the folder does not have it. */
  @Nullable ModelOrigin origin(String service, String version) {
    ModelOrigin origin = botocore.origin(service, version);
    if (origin == null) {
      origin = smithy.origin(service, version);
    }
    if (origin == null && packs != null && packs.versions(service).contains(version)) {
      origin = new PackOrigins(packs).of(service, version);
    }
    return origin;
  }

  /** Returns the content of a file that belongs to no single service, or null. */
  @Nullable Map<String, Object> root(String name) {
    Map<String, Object> known = contents.get(name);
    if (known == null) {
      known = readRoot(name);
      if (known != null) {
        contents.put(name, known);
      }
    }
    return known;
  }

  private @Nullable Map<String, Object> readRoot(String name) {
    ModelFile file = roots.get(name);
    if (file == null && !ROOTS.contains(name)) {
      file = BotocoreLayer.json(path, name);
    }
    if (file != null) {
      return file.object();
    }
    Map<String, Object> packed =
        packs == null || OF_PACKS.contains(name) ? Map.of() : packs.root(name);
    return packed.isEmpty() ? null : packed;
  }

  /**
   * Reads the files that belong to no single service.
   *
   * @throws ModelException if one of them, or a file whose service cannot be known, cannot be read
   */
  void readRoots() {
    List<ModelException> exceptions = exceptions();
    if (!exceptions.isEmpty()) {
      throw exceptions.get(0);
    }
    for (String name : ROOTS) {
      root(name);
    }
  }

  /** Returns the services with definitions of resources in packs or in files. */
  Set<String> servicesWithResources() {
    Set<String> services = new TreeSet<>(botocore.servicesWithResources());
    if (packs != null) {
      services.addAll(packs.root("resources").keySet());
    }
    return services;
  }

  /** Returns the errors of the files whose services cannot be known. */
  List<String> problems() {
    List<String> messages = new ArrayList<>();
    for (ModelException each : exceptions()) {
      messages.add(String.valueOf(each.getMessage()));
    }
    return messages;
  }

  private List<ModelException> exceptions() {
    List<ModelException> all = new ArrayList<>(smithy.problems());
    if (problem != null) {
      all.add(problem);
    }
    return all;
  }

  /** Returns every version that the folder has, and all that it may have files for, by service. */
  Map<String, Set<String>> all() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String service : services()) {
      all.put(service, versions(service));
    }
    for (String service : botocore.names()) {
      Set<String> versions = new TreeSet<>(botocore.folders(service));
      versions.addAll(all.getOrDefault(service, Set.of()));
      all.put(service, versions);
    }
    return all;
  }
}
