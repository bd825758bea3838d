package io.boto4j.model;

import io.boto4j.model.pack.ClassPathPacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The Smithy models in a folder, in their JSON form:
 *
 * <ul>
 *   <li>files {@code *.json} and {@code *.json.gz} in the folder itself,
 *   <li>the artifacts of {@code software.amazon.api.models}, {@code *.jar} in the folder, whose
 *       {@code META-INF/smithy/manifest} lists their models,
 *   <li>one such artifact, unpacked,
 *   <li>the layout of AWS's repository, {@code ID/service/VERSION/*.json}.
 * </ul>
 *
 * <p>Only the name of the folder shows which service a file in the last layout has; all others are
 * scanned once, when the folder is first searched. Thread-safe.
 */
final class SmithyFolder {
  private static final String META_INF = "META-INF/smithy/";
  private static final String MANIFEST = META_INF + "manifest";
  private static final String SERVICE = "service";

  /** More than any artifact has; bounds what a jar can make a program read. */
  private static final int MAX_ENTRIES = 1_000;

  /** A quarter of a gigabyte of models in one jar is not meant to be read. */
  private static final long MAX_JAR_LENGTH = 4L * ModelFile.MAX_LENGTH;

  private final Path folder;
  private final List<String> names;
  private final List<Path> files;
  private final SmithyNames serviceNames;

  /** Created on first use, and only once: scanning takes time. */
  private @Nullable Index index;

  /**
   * Creates a source.
   *
   * @param folder the folder
   * @param names the names of the folders in it, sorted
   * @param files the files in it that may be models, sorted
   * @param serviceNames the names of services by their ids
   */
  SmithyFolder(Path folder, List<String> names, List<Path> files, SmithyNames serviceNames) {
    this.folder = folder;
    this.names = names;
    this.files = files;
    this.serviceNames = serviceNames;
  }

  /** Returns the services of all files that can be read. */
  Set<String> services() {
    Set<String> services = new TreeSet<>(index().services.keySet());
    for (String name : names) {
      String service = serviceNames.ofFolder(name);
      if (!services.contains(service) && !published(service).isEmpty()) {
        services.add(service);
      }
    }
    return services;
  }

  /**
   * Returns the versions of a service.
   *
   * @throws ModelException if a file that cannot be read seems to have the service
   */
  Set<String> versions(String service) {
    for (Problem problem : index().problems) {
      if (problem.isOf(service, serviceNames.foldersOf(service))) {
        throw problem.exception;
      }
    }
    return files(service).keySet();
  }

  /**
   * Reads a version of a service.
   *
   * @return the layer, or null if there is none
   * @throws ModelException if two files have this version
   */
  @Nullable SmithyLayer layer(String service, String version) {
    SmithyFile file = file(service, version);
    return file == null ? null : new SmithyLayer(file, serviceNames, file.origin(service, version));
  }

  /** Returns the origin of a version of a service, or null if there is none. */
  @Nullable ModelOrigin origin(String service, String version) {
    SmithyFile file = file(service, version);
    return file == null ? null : file.origin(service, version);
  }

  /** Returns the errors of the files that cannot be read. */
  List<ModelException> problems() {
    List<ModelException> problems = new ArrayList<>();
    for (Problem each : index().problems) {
      problems.add(each.exception);
    }
    return problems;
  }

  private @Nullable SmithyFile file(String service, String version) {
    List<SmithyFile> found = files(service).getOrDefault(version, List.of());
    if (found.size() > 1) {
      throw new ModelException(
          "Two model files have the service "
              + service
              + " "
              + version
              + ": "
              + found.get(0)
              + " and "
              + found.get(1)
              + "; remove one of them",
          null);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** Returns the files of a service by version. */
  private Map<String, List<SmithyFile>> files(String service) {
    Map<String, List<SmithyFile>> all = published(service);
    for (Map.Entry<String, List<SmithyFile>> version :
        index().services.getOrDefault(service, Map.of()).entrySet()) {
      for (SmithyFile file : version.getValue()) {
        add(all, version.getKey(), file);
      }
    }
    return all;
  }

  /** Returns the files of a service in the layout of AWS's repository, by version. */
  private Map<String, List<SmithyFile>> published(String service) {
    Map<String, List<SmithyFile>> versions = new TreeMap<>();
    for (String name : serviceNames.foldersOf(service)) {
      Path parent = folder.resolve(name).resolve(SERVICE);
      for (String version :
          names.contains(name) ? DirectorySource.foldersIn(parent) : List.<String>of()) {
        for (Path file : DirectorySource.children(parent.resolve(version))) {
          if (isJson(file) && Files.isRegularFile(file)) {
            add(versions, version, new SmithyFile(file, null));
          }
        }
      }
    }
    return versions;
  }

  private static void add(Map<String, List<SmithyFile>> into, String version, SmithyFile file) {
    List<SmithyFile> files = into.get(version);
    if (files == null) {
      files = new ArrayList<>();
      into.put(version, files);
    }
    files.add(file);
  }

  private static boolean isJson(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json") || name.endsWith(".json.gz");
  }

  private synchronized Index index() {
    Index created = index;
    if (created == null) {
      created = new Index();
      for (Path file : files) {
        if (String.valueOf(file.getFileName()).endsWith(".jar")) {
          scanJar(file, created);
        } else if (isJson(file)) {
          scan(new SmithyFile(file, null), created);
        }
      }
      scanUnpacked(created);
      index = created;
    }
    return created;
  }

  private void scan(SmithyFile file, Index into) {
    try {
      scan(file, file.read(), into);
    } catch (ModelException e) {
      into.problems.add(new Problem(stem(file.path()), List.of(), e));
    }
  }

  private void scan(SmithyFile file, byte[] bytes, Index into) {
    SmithyScan scan = SmithyScan.of(bytes);
    String failure = scan.failure();
    if (failure == null && !scan.isSmithy()) {
      return;
    }
    List<String> services = new ArrayList<>();
    for (SmithyScan.Service each : scan.services()) {
      String name = serviceNames.ofId(each.id());
      if (!ClassPathPacks.isName(name) || !ClassPathPacks.isName(each.version())) {
        failure = failure == null ? "the service id or version is not a valid name" : failure;
      } else if (failure == null) {
        into.add(name, each.version(), file);
      }
      services.add(name);
    }
    if (failure != null) {
      ModelException error = new ModelException("Not a model file: " + file + ": " + failure, null);
      into.problems.add(new Problem(stem(file.path()), services, error));
    }
  }

  private void scanUnpacked(Index into) {
    ModelFile manifest = ModelFile.find(folder.resolve(MANIFEST));
    if (manifest == null) {
      return;
    }
    try {
      for (String line : models(manifest.path().toString(), manifest.bytes())) {
        scan(new SmithyFile(folder.resolve(META_INF + line), null), into);
      }
    } catch (ModelException e) {
      into.problems.add(new Problem("", List.of(), e));
    }
  }

  private void scanJar(Path path, Index into) {
    try (ZipFile jar = new ZipFile(path.toFile())) {
      ZipEntry manifest = jar.getEntry(MANIFEST);
      if (manifest == null) {
        throw new ModelException(
            "Not a jar of Smithy models: " + path + " does not contain " + MANIFEST, null);
      }
      long length = 0;
      try (InputStream in = jar.getInputStream(manifest)) {
        for (String line : models(path + "!/" + MANIFEST, ModelFile.bounded(in, path.toString()))) {
          SmithyFile file = new SmithyFile(path, META_INF + line);
          byte[] bytes = file.read(jar);
          length += bytes.length;
          if (length > MAX_JAR_LENGTH) {
            throw new ModelException(
                "The model file "
                    + path
                    + " is refused: it has more than "
                    + MAX_JAR_LENGTH
                    + " bytes of models",
                null);
          }
          scan(file, bytes, into);
        }
      }
    } catch (ModelException e) {
      into.problems.add(new Problem(stem(path), List.of(), e));
    } catch (IOException e) {
      into.problems.add(new Problem(stem(path), List.of(), ModelFile.unreadable(path, e)));
    }
  }

  /** Returns the JSON models that a manifest lists; a model in Smithy's own language is refused. */
  private static List<String> models(String manifest, byte[] content) {
    List<String> models = new ArrayList<>();
    int number = 0;
    for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      String name = line.strip();
      if (name.isEmpty() || name.startsWith("#")) {
        continue;
      }
      String problem = null;
      if (name.startsWith("/")
          || name.contains("..")
          || name.contains("\\")
          || name.contains(":")) {
        problem = "is not a path within the artifact";
      } else if (models.size() == MAX_ENTRIES) {
        problem = "is one of more than " + MAX_ENTRIES + " models";
      } else if (name.endsWith(".smithy")) {
        problem = "is not JSON; \"smithy ast\" converts it";
      }
      if (problem != null) {
        throw new ModelException(
            "Not a manifest of Smithy models: " + manifest + ", line " + number + " " + problem,
            null);
      }
      if (name.endsWith(".json")) {
        models.add(name);
      }
    }
    return models;
  }

  /** Returns the name of a file without what follows the first dot and without a version. */
  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    for (int i = 0; i < name.length(); i++) {
      boolean version =
          name.charAt(i) == '-' && i + 1 < name.length() && Character.isDigit(name.charAt(i + 1));
      if (name.charAt(i) == '.' || version) {
        return name.substring(0, i);
      }
    }
    return name;
  }

  /** The services in all files except those in the layout of AWS's repository. */
  private static final class Index {
    private final Map<String, Map<String, List<SmithyFile>>> services = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private void add(String service, String version, SmithyFile file) {
      Map<String, List<SmithyFile>> versions = services.get(service);
      if (versions == null) {
        versions = new TreeMap<>();
        services.put(service, versions);
      }
      SmithyFolder.add(versions, version, file);
    }
  }

  /**
   * A file that cannot be read.
   *
   * @param stem the beginning of its name
   * @param services the services that were found in it nevertheless
   * @param exception the error
   */
  private record Problem(String stem, List<String> services, ModelException exception) {
    /** Returns whether the file seems to have a service. */
    boolean isOf(String service, List<String> folders) {
      return services.contains(service) || stem.equals(service) || folders.contains(stem);
    }
  }
}
