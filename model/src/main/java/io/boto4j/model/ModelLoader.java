package io.boto4j.model;

import io.boto4j.model.pack.ClassPathPacks;
import io.boto4j.model.pack.Pack;
import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.pack.PackInput;
import io.boto4j.model.rules.EndpointRuleCompiler;
import io.boto4j.model.rules.EndpointRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A loader of service models. It searches a list of folders, in their order, and then the packs on
 * the class path.
 *
 * <p>A model is read once and kept as long as the loader. Thread-safe.
 */
public final class ModelLoader {
  private final List<Path> folders;
  private final ClassPathPacks packs;
  private final ConcurrentHashMap<String, ServiceModel> models = new ConcurrentHashMap<>();

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
   * Creates a loader of folders in botocore's layout, and of the packs on the class path.
   *
   * @param folders the folders to search first, in this order; one that does not exist is skipped
   * @return a new loader
   */
  public static ModelLoader of(List<Path> folders) {
    return of(folders, ModelLoader.class.getClassLoader());
  }

  /**
   * Creates a loader of folders in botocore's layout, and of the packs that a class loader finds.
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
   * Returns the names of all available services.
   *
   * @return the names, sorted, unmodifiable
   */
  public List<String> services() {
    TreeSet<String> names = new TreeSet<>(packIndex().keySet());
    for (DirectorySource folder : present()) {
      names.addAll(folder.services());
    }
    return Collections.unmodifiableList(new ArrayList<>(names));
  }

  /**
   * Returns the API versions of a service.
   *
   * @param service the service
   * @return the versions, sorted, the newest last, unmodifiable; empty for an unknown service
   */
  public List<String> apiVersions(String service) {
    TreeSet<String> versions = new TreeSet<>();
    if (isName(service)) {
      for (DirectorySource folder : present()) {
        versions.addAll(folder.versions(service));
      }
      versions.addAll(packVersions(service));
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
    String key = service + "/" + apiVersion;
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
    for (DirectorySource folder : present()) {
      Map<String, Object> found = folder.root(name);
      if (found != null) {
        return found;
      }
    }
    return value(packs.open(ClassPathPacks.MODELS + "root/" + name + ".pack"));
  }

  Map<String, Object> part(ServiceModel model, ModelPart part) {
    String service = model.name();
    for (DirectorySource folder : present()) {
      Map<String, Object> found = folder.part(service, model.apiVersion(), part);
      if (found != null) {
        return found;
      }
    }
    PackServiceSource packed = packed(model);
    return packed == null ? Map.of() : packed.part(part);
  }

  private @Nullable PackServiceSource packed(ServiceModel model) {
    return model.source() instanceof PackServiceSource packed
        ? packed
        : readPack(model.name(), model.apiVersion());
  }

  @Nullable EndpointRules endpointRules(ServiceModel model) {
    String service = model.name();
    for (DirectorySource folder : present()) {
      Map<String, Object> found = folder.endpointRuleSet(service, model.apiVersion());
      if (found != null) {
        return EndpointRuleCompiler.compile(found);
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

  /**
   * Returns the names of the services that have resources, according to the packs and the files
   * {@code resources.txt} in the folders.
   *
   * @return the names, sorted, unmodifiable
   */
  public List<String> servicesWithResources() {
    TreeSet<String> names = new TreeSet<>(root("resources").keySet());
    for (DirectorySource folder : present()) {
      names.addAll(folder.servicesWithResources());
    }
    return Collections.unmodifiableList(new ArrayList<>(names));
  }

  @Nullable String packedResources(ServiceModel model) {
    PackServiceSource packed = packed(model);
    return packed == null ? null : packed.resources();
  }

  Map<String, String> resourceFiles(ServiceModel model) {
    Map<String, String> files = new LinkedHashMap<>();
    for (DirectorySource folder : present()) {
      folder.readResources(model.name(), model.apiVersion(), files);
    }
    return files;
  }

  Documentation documentation(String service, String apiVersion) {
    for (DirectorySource folder : present()) {
      Documentation found = folder.documentation(service, apiVersion);
      if (found != null) {
        return found;
      }
    }
    Pack pack = packs.open(ClassPathPacks.DOCS + service + "/" + apiVersion + ".pack");
    return pack == null ? Documentation.NONE : new Documentation(value(pack));
  }

  private @Nullable ServiceModel keep(String key, @Nullable ServiceModel read) {
    if (read == null) {
      return null;
    }
    ServiceModel earlier = models.putIfAbsent(key, read);
    return earlier == null ? read : earlier;
  }

  private @Nullable ServiceModel readNewest(String service) {
    if (!isName(service)) {
      return null;
    }
    boolean inFolders = false;
    for (DirectorySource folder : present()) {
      inFolders |= !folder.versions(service).isEmpty();
    }
    if (inFolders) {
      List<String> versions = apiVersions(service);
      return find(service, versions.get(versions.size() - 1));
    }
    Pack pack = packs.open(ClassPathPacks.MODELS + service + ".pack");
    // The list of services is also a pack in this folder, but it does not describe a service.
    return pack == null || pack.find(PackFormat.META, 0) < 0
        ? null
        : new ServiceModel(service, new PackServiceSource(pack), this);
  }

  private @Nullable ServiceModel read(String service, String apiVersion) {
    if (!isName(service) || !isName(apiVersion)) {
      return null;
    }
    for (DirectorySource folder : present()) {
      Map<String, Object> file = folder.service(service, apiVersion);
      if (file != null) {
        String origin = folder.path(service, apiVersion).toString();
        return new ServiceModel(service, new JsonServiceSource(origin, file), this);
      }
    }
    PackServiceSource packed = readPack(service, apiVersion);
    return packed == null ? null : new ServiceModel(service, packed, this);
  }

  /** The pack of the newest version is named after the service; older ones are in a folder. */
  private @Nullable PackServiceSource readPack(String service, String apiVersion) {
    List<String> versions = packVersions(service);
    if (!versions.contains(apiVersion)) {
      return null;
    }
    boolean newest = apiVersion.equals(versions.get(versions.size() - 1));
    String name = newest ? service : service + "/" + apiVersion;
    Pack pack = packs.open(ClassPathPacks.MODELS + name + ".pack");
    return pack == null ? null : new PackServiceSource(pack);
  }

  /** Returns the API versions of a service with a pack, the newest last. */
  private List<String> packVersions(String service) {
    List<String> versions = new ArrayList<>();
    for (Map<String, Object> index : List.of(olderIndex(), packIndex())) {
      if (index.get(service) instanceof List<?> packed) {
        for (Object version : packed) {
          versions.add((String) version);
        }
      }
    }
    return versions;
  }

  /**
   * Tells whether the packs of older API versions are on the class path: the jar of {@code
   * boto4j-models} with the classifier {@code older}.
   *
   * @return whether they are
   */
  public boolean hasOlderVersions() {
    return !olderIndex().isEmpty();
  }

  /** Usually no folder exists, and checking here avoids loading DirectorySource (cold start). */
  private List<DirectorySource> present() {
    List<DirectorySource> present = new ArrayList<>(folders.size());
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        present.add(new DirectorySource(folder));
      }
    }
    return present;
  }

  private Map<String, Object> olderIndex() {
    return value(packs.open(ClassPathPacks.MODELS + "older.pack"));
  }

  private Map<String, Object> packIndex() {
    return value(packs.open(ClassPathPacks.MODELS + "index.pack"));
  }

  @SuppressWarnings("unchecked") // the value in such a pack is a map
  private static Map<String, Object> value(@Nullable Pack pack) {
    return pack != null
            && new PackInput(pack.required(PackFormat.VALUE, 0), 0).value() instanceof Map<?, ?> map
        ? (Map<String, Object>) map
        : Map.of();
  }

  /** A name becomes part of a path, so it must not lead out of the folder. */
  private static boolean isName(String name) {
    boolean letters = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      letters |= letter;
      if (!letter && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return letters;
  }
}
