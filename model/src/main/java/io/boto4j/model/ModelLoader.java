package io.boto4j.model;

import io.boto4j.model.pack.ClassPathPacks;
import io.boto4j.model.pack.Pack;
import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.rules.EndpointRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A loader of service models. It searches a list of folders, in their order, and then the packs on
 * the class path.
 *
 * <p>A folder may hold services in botocore's layout, Smithy models in their JSON form, and packs.
 * It is listed when it is first searched, and a model is read once and kept as long as the loader,
 * with all files of its service. {@link #reloaded} creates a loader that reads the folders again.
 * Thread-safe.
 */
public final class ModelLoader {
  /** The most bytes of files that a reloaded loader keeps. */
  private static final long MAX_KEPT = 64L * 1024 * 1024;

  private final List<Path> folders;
  private final ClassPathPacks packs;
  private final ConcurrentHashMap<String, ServiceModel> models = new ConcurrentHashMap<>();

  /** The folders that exist; created on first use, and only once: listing folders takes time. */
  private volatile @Nullable List<ModelFolder> present;

  /** The files that were read when this loader was created by {@link #reloaded}; else null. */
  private volatile @Nullable Map<String, List<ServiceLayer>> kept;

  private ModelLoader(List<Path> folders, ClassPathPacks packs) {
    this.folders = folders;
    this.packs = packs;
  }

  /**
   * Creates a loader of the packs on the class path alone.
   *
   * @return a new loader
   */
  public static ModelLoader builtIn() {
    return of(List.of());
  }

  /**
   * Creates a loader of folders of models, and of the packs on the class path.
   *
   * @param folders the folders to search first, in this order; one that does not exist is skipped
   * @return a new loader
   */
  public static ModelLoader of(List<Path> folders) {
    return of(folders, ModelLoader.class.getClassLoader());
  }

  /**
   * Creates a loader of folders of models, and of the packs that a class loader finds.
   *
   * <p>For models that are not in the class loader of boto4j itself, such as those of a plug-in.
   *
   * @param folders the folders to search first, in this order; one that does not exist is skipped
   * @param packs the class loader of the packs
   * @return a new loader
   */
  public static ModelLoader of(List<Path> folders, ClassLoader packs) {
    return new ModelLoader(List.copyOf(folders), new ClassPathPacks(packs));
  }

  /**
   * Creates a loader of the same folders, which reads them again: all of their files, so that each
   * is known to be well-formed.
   *
   * <p>The new loader keeps what was read, up to 64 MB. It has the models as they are now, even if
   * a file changes before the service is used.
   *
   * @param check checks each model in the folders further
   * @return a new loader
   * @throws ModelException if a file is damaged or cannot be read
   */
  public ModelLoader reloaded(Consumer<ServiceModel> check) {
    ModelLoader fresh = new ModelLoader(folders, packs);
    fresh.readAll(check);
    return fresh;
  }

  /**
   * Returns the names of all available services. A service in a file that cannot be read is not
   * among them: see {@link #problems}.
   *
   * @return the names, sorted, unmodifiable
   */
  public List<String> services() {
    TreeSet<String> names = new TreeSet<>(packs.services().keySet());
    for (ModelFolder folder : present()) {
      names.addAll(folder.services());
    }
    return Collections.unmodifiableList(new ArrayList<>(names));
  }

  /**
   * Returns the errors of the files that cannot be read and whose services are therefore unknown.
   *
   * @return one message per file; unmodifiable
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (ModelFolder folder : present()) {
      problems.addAll(folder.problems());
    }
    return Collections.unmodifiableList(problems);
  }

  /**
   * Returns the origin of the newest version of each service, without reading the models.
   *
   * @return the origins, sorted by service, unmodifiable
   * @throws ModelException if two files have the same version of a service, or a file that cannot
   *     be read seems to have the service
   */
  public List<ModelOrigin> origins() {
    PackOrigins packed = new PackOrigins(packs);
    Map<String, Object> index = packs.services();
    List<ModelOrigin> origins = new ArrayList<>();
    for (String service : services()) {
      TreeSet<String> versions = new TreeSet<>();
      for (Object version : index.get(service) instanceof List<?> list ? list : List.of()) {
        versions.add(String.valueOf(version));
      }
      for (ModelFolder folder : present()) {
        versions.addAll(folder.versions(service));
      }
      if (!versions.isEmpty()) {
        origins.add(origin(service, versions.last(), packed));
      }
    }
    return Collections.unmodifiableList(origins);
  }

  private ModelOrigin origin(String service, String apiVersion, PackOrigins packed) {
    for (ModelFolder folder : present()) {
      ModelOrigin found = folder.origin(service, apiVersion);
      if (found != null) {
        return found;
      }
    }
    return packed.of(service, apiVersion);
  }

  /**
   * Returns the API versions of a service.
   *
   * @param service the service
   * @return the versions, sorted, the newest last, unmodifiable; empty for an unknown service
   * @throws ModelException if a file that cannot be read seems to have the service
   */
  public List<String> apiVersions(String service) {
    TreeSet<String> versions = new TreeSet<>();
    if (ClassPathPacks.isName(service)) {
      for (ModelFolder folder : present()) {
        versions.addAll(folder.versions(service));
      }
      versions.addAll(packs.versions(service));
    }
    return Collections.unmodifiableList(new ArrayList<>(versions));
  }

  /**
   * Finds the newest API version of a service.
   *
   * @param service the service, such as {@code dynamodb}
   * @return the model, or null if the service is unknown
   * @throws ModelException if the file is damaged
   */
  public @Nullable ServiceModel find(String service) {
    ServiceModel known = models.get(service);
    return known != null ? known : keep(service, readNewest(service));
  }

  /**
   * Finds an API version of a service.
   *
   * @param service the service, such as {@code cloudfront}
   * @param apiVersion the version, such as {@code 2020-05-31}
   * @return the model, or null if the service or version is unknown
   * @throws ModelException if the file is damaged
   */
  public @Nullable ServiceModel find(String service, String apiVersion) {
    String key = key(service, apiVersion);
    ServiceModel known = models.get(key);
    return known != null ? known : keep(key, read(service, apiVersion));
  }

  /**
   * Returns the content of a file that belongs to no single service: {@code partitions}, {@code
   * endpoints}, {@code sdk-default-configuration}.
   *
   * @param name the file name without its extension
   * @return the content; empty if the file does not exist
   */
  public Map<String, Object> root(String name) {
    for (ModelFolder folder : present()) {
      Map<String, Object> found = folder.root(name);
      if (found != null) {
        return found;
      }
    }
    return packs.root(name);
  }

  Map<String, Object> part(ServiceModel model, ModelPart part) {
    for (ServiceLayer layer : model.layers()) {
      Map<String, Object> found = layer.part(part);
      if (found != null) {
        return found;
      }
    }
    PackServiceSource packed = packed(model);
    return packed == null ? Map.of() : packed.part(part);
  }

  private @Nullable PackServiceSource packed(ServiceModel model) {
    if (model.source() instanceof PackServiceSource packed) {
      return packed;
    }
    Pack pack = packs.find(model.name(), model.apiVersion());
    return pack == null ? null : new PackServiceSource(pack);
  }

  @Nullable EndpointRules endpointRules(ServiceModel model) {
    for (ServiceLayer layer : model.layers()) {
      EndpointRules found = layer.endpointRules();
      if (found != null || layer.isWhole()) {
        return found;
      }
    }
    PackServiceSource packed = packed(model);
    return packed == null ? null : packed.endpointRules();
  }

  Map<String, Object> signingRegions(ServiceModel model) {
    return model.source() instanceof PackServiceSource packed
        ? packed.signingRegions()
        : SigningRegions.of(root("endpoints"), model.endpointPrefix(), model.signingName());
  }

  ModelOrigin origin(ServiceModel model) {
    for (ServiceLayer layer : model.layers()) {
      ModelOrigin origin = layer.origin();
      if (origin != null) {
        return origin;
      }
    }
    return new PackOrigins(packs).of(model.name(), model.apiVersion());
  }

  /**
   * Returns the names of the services that have resources, according to the packs and the files
   * {@code resources.txt} in the folders.
   *
   * @return the names, sorted, unmodifiable
   */
  public List<String> servicesWithResources() {
    TreeSet<String> names = new TreeSet<>(packs.root("resources").keySet());
    for (ModelFolder folder : present()) {
      names.addAll(folder.servicesWithResources());
    }
    return Collections.unmodifiableList(new ArrayList<>(names));
  }

  @Nullable String packedResources(ServiceModel model) {
    for (ServiceLayer layer : model.layers()) {
      String found = layer.packedResources();
      if (found != null) {
        return found;
      }
    }
    PackServiceSource packed = packed(model);
    return packed == null ? null : packed.resources();
  }

  Map<String, String> resourceFiles(ServiceModel model) {
    Map<String, String> files = new LinkedHashMap<>();
    for (ServiceLayer layer : model.layers()) {
      layer.readResources(files);
    }
    return files;
  }

  Documentation documentation(ServiceModel model) {
    for (ServiceLayer layer : model.layers()) {
      Documentation found = layer.documentation();
      if (found != null) {
        return found;
      }
    }
    Pack pack = packs.documentation(model.name(), model.apiVersion());
    return pack == null ? Documentation.NONE : new Documentation(pack.value(PackFormat.VALUE));
  }

  private @Nullable ServiceModel keep(String key, @Nullable ServiceModel read) {
    if (read == null) {
      return null;
    }
    ServiceModel earlier = models.putIfAbsent(key, read);
    return earlier == null ? read : earlier;
  }

  private @Nullable ServiceModel readNewest(String service) {
    if (!ClassPathPacks.isName(service)) {
      return null;
    }
    boolean inFolders = false;
    for (ModelFolder folder : present()) {
      inFolders |= !folder.versions(service).isEmpty();
    }
    if (inFolders) {
      List<String> versions = apiVersions(service);
      return find(service, versions.get(versions.size() - 1));
    }
    Pack pack = packs.newest(service);
    if (pack == null) {
      return null;
    }
    PackServiceSource source = new PackServiceSource(pack);
    String version = source.metadata().text("apiVersion");
    return new ServiceModel(
        service, source, this, version == null ? List.of() : layers(service, version));
  }

  private @Nullable ServiceModel read(String service, String apiVersion) {
    return ClassPathPacks.isName(service) && ClassPathPacks.isName(apiVersion)
        ? model(service, apiVersion, layers(service, apiVersion))
        : null;
  }

  private @Nullable ServiceModel model(
      String service, String apiVersion, List<ServiceLayer> layers) {
    for (ServiceLayer layer : layers) {
      Pack own = layer.pack();
      Map<String, Object> file = own == null ? layer.service() : null;
      if (own != null) {
        return new ServiceModel(service, new PackServiceSource(own), this, layers);
      }
      if (file != null) {
        return new ServiceModel(service, new JsonServiceSource(layer.name(), file), this, layers);
      }
    }
    Pack pack = packs.find(service, apiVersion);
    return pack == null
        ? null
        : new ServiceModel(service, new PackServiceSource(pack), this, layers);
  }

  /** Returns what the folders have for a version of a service. */
  private List<ServiceLayer> layers(String service, String apiVersion) {
    Map<String, List<ServiceLayer>> reloaded = kept;
    List<ServiceLayer> known = reloaded == null ? null : reloaded.get(key(service, apiVersion));
    return known == null ? readLayers(service, apiVersion) : known;
  }

  private List<ServiceLayer> readLayers(String service, String apiVersion) {
    List<ModelFolder> searched = present();
    if (searched.isEmpty()) {
      return List.of();
    }
    List<ServiceLayer> layers = new ArrayList<>();
    for (ModelFolder folder : searched) {
      folder.addLayers(service, apiVersion, layers);
    }
    return layers;
  }

  private static String key(String service, String apiVersion) {
    return service + "/" + apiVersion;
  }

  /** Reads everything in the folders, and keeps the bytes of the files. */
  private void readAll(Consumer<ServiceModel> check) {
    Map<String, List<ServiceLayer>> read = new HashMap<>();
    long length = 0;
    for (ModelFolder folder : present()) {
      folder.readRoots();
      for (Map.Entry<String, Set<String>> service : folder.all().entrySet()) {
        for (String version : service.getValue()) {
          String key = key(service.getKey(), version);
          if (!read.containsKey(key)
              && ClassPathPacks.isName(service.getKey())
              && ClassPathPacks.isName(version)) {
            List<ServiceLayer> layers = readLayers(service.getKey(), version);
            List<ServiceLayer> unparsed = new ArrayList<>();
            for (ServiceLayer layer : layers) {
              unparsed.add(layer.unparsed());
              length += layer.length();
            }
            ServiceModel model = model(service.getKey(), version, layers);
            if (model != null) {
              model.readAll();
              check.accept(model);
            }
            if (length <= MAX_KEPT) {
              read.put(key, unparsed);
            }
          }
        }
      }
    }
    kept = read;
  }

  /**
   * Tells whether the packs of older API versions are on the class path: the jar of {@code
   * boto4j-models} with the classifier {@code older}.
   *
   * @return whether they are
   */
  public boolean hasOlderVersions() {
    return !packs.olderVersions().isEmpty();
  }

  /** Usually no folder exists, and checking here avoids loading ModelFolder (cold start). */
  private List<ModelFolder> present() {
    List<ModelFolder> created = present;
    if (created == null) {
      synchronized (models) {
        created = present;
        if (created == null) {
          created = List.of();
          for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
              created = with(created, folder);
            }
          }
          present = created;
        }
      }
    }
    return created;
  }

  private List<ModelFolder> with(List<ModelFolder> folders, Path folder) {
    List<ModelFolder> more = new ArrayList<>(folders);
    more.add(new ModelFolder(folder, new SmithyNames(packs)));
    return more;
  }
}
