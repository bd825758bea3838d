package io.boto4j.modelcompiler;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.pack.ClassPathPacks;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.smithy.SmithyService;
import io.boto4j.modelcompiler.source.ModelData;
import io.boto4j.modelcompiler.source.ModelSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The compilation of every service of some models into packs.
 *
 * <p>It writes the packs that a program needs at run time, those of older API versions, and the
 * documentation. An instance is used once.
 */
final class Compilation {
  private static final String MODELS = "META-INF/boto4j/models";
  private static final String DOCS = "META-INF/boto4j/docs";
  private static final List<String> ROOT_FILES =
      List.of("partitions", "endpoints", "sdk-default-configuration", "_retry");

  private final ModelData data;
  private final Outputs outputs;
  private final WrittenDefinitions definitions;

  private final LongAdder operations = new LongAdder();
  private final LongAdder shapes = new LongAdder();
  private final LongAdder packBytes = new LongAdder();
  private final LongAdder olderBytes = new LongAdder();
  private final LongAdder docBytes = new LongAdder();
  private final LongAdder versions = new LongAdder();

  /** The number of types by service, of the services that have any. */
  private final ConcurrentSkipListMap<String, Object> resourceCounts =
      new ConcurrentSkipListMap<>();

  /** The newest version of each service; none is written before their dictionary is known. */
  private final ConcurrentSkipListMap<String, PackFile> newestPacks = new ConcurrentSkipListMap<>();

  /** The names of the services by the ids in their models. */
  private final ConcurrentSkipListMap<String, String> namesById = new ConcurrentSkipListMap<>();

  private final LongAdder derivedTypes = new LongAdder();

  /**
   * Creates a compilation.
   *
   * @param data the models
   * @param outputs the folders to write to
   * @param definitions the definitions of resources; the others are derived
   */
  Compilation(ModelData data, Outputs outputs, WrittenDefinitions definitions) {
    this.data = data;
    this.outputs = outputs;
    this.definitions = definitions;
  }

  /** Compiles all services. */
  void run() throws IOException {
    ModelLoader loader = data.loader();
    Map<String, Object> newest = new TreeMap<>();
    Map<String, Object> olderVersions = new TreeMap<>();
    List<String> services = new ArrayList<>();
    for (String service : loader.services()) {
      List<String> available = loader.apiVersions(service);
      int last = available.size() - 1;
      newest.put(service, available.subList(last, last + 1));
      if (last > 0) {
        olderVersions.put(service, available.subList(0, last));
      }
      services.add(service);
    }
    if (services.isEmpty()) {
      throw new ModelException("no SERVICE/VERSION/service-2.json below " + data.folders(), null);
    }
    services.parallelStream().forEach(this::compile);
    Path folder = outputs.models().resolve(MODELS);
    write(folder.resolve("index.pack"), PackWriter.value(newest), packBytes);
    if (!olderVersions.isEmpty()) {
      Path olderIndex = outputs.older().resolve(MODELS).resolve("older.pack");
      write(olderIndex, PackWriter.value(olderVersions), olderBytes);
    }
    Path root = folder.resolve("root");
    writeNewest(root);
    write(root.resolve("resources.pack"), PackWriter.value(resourceCounts), packBytes);
    write(root.resolve("service-names.pack"), PackWriter.value(irregularNames()), packBytes);
    if (!data.sources().isEmpty()) {
      write(root.resolve("sources.pack"), PackWriter.value(sources()), packBytes);
    }
    for (String file : ROOT_FILES) {
      Map<String, Object> content = loader.root(file);
      if (!content.isEmpty()) {
        write(root.resolve(file + ".pack"), PackWriter.value(content), packBytes);
      }
    }
  }

  /** Uses a loader per service, so that a model can be collected once it is written. */
  private void compile(String service) {
    ModelLoader loader = data.loader();
    List<String> available = loader.apiVersions(service);
    String newest = available.get(available.size() - 1);
    for (String version : available) {
      ServiceModel model = loader.find(service, version);
      if (model == null) {
        throw new ModelException(service + " " + version + " disappeared while it was read", null);
      }
      if (!model.apiVersion().equals(version)) {
        throw new ModelException(
            service + ": folder " + version + " contains API version " + model.apiVersion(), null);
      }
      if (version.equals(newest)) {
        compileNewest(model);
      } else {
        Path path = outputs.older().resolve(MODELS).resolve(service).resolve(version + ".pack");
        write(path, PackWriter.service(model, null).bytes(Dictionary.NONE), olderBytes);
      }
      if (outputs.docs() != null) {
        write(
            outputs.docs().resolve(DOCS).resolve(service).resolve(version + ".pack"),
            PackWriter.documentation(model.documentation()),
            docBytes);
      }
      operations.add(model.operationNames().size());
      shapes.add(model.shapeNames().size());
      versions.increment();
    }
  }

  private void compileNewest(ServiceModel model) {
    ResourceDefinitions defined = resources(model);
    String text = defined == null ? null : defined.toString();
    newestPacks.put(model.name(), PackWriter.service(model, text));
    namesById.merge(model.serviceId(), model.name(), (one, other) -> preferred(model, one, other));
  }

  /** Returns the one of two names that the models of an id are found by. */
  private String preferred(ServiceModel model, String one, String other) {
    if (data.services().containsKey(one) || data.services().containsKey(other)) {
      throw new ModelException(
          "the services "
              + one
              + " and "
              + other
              + " have the same id, "
              + model.serviceId()
              + ": is the name of the overlay wrong?",
          null);
    }
    String regular = SmithyService.folder(model.serviceId());
    return one.equals(regular) || (!other.equals(regular) && one.compareTo(other) < 0)
        ? one
        : other;
  }

  /** Writes the newest version of each service, and the dictionary of them all. */
  private void writeNewest(Path root) throws IOException {
    // Dictionaries of earlier runs have other names, so they would not be overwritten.
    if (Files.isDirectory(root)) {
      try (DirectoryStream<Path> earlier = Files.newDirectoryStream(root, "dictionary-*.pack")) {
        for (Path each : earlier) {
          Files.delete(each);
        }
      }
    }
    Dictionary dictionary = DictionaryBuilder.build(newestPacks.values());
    if (!dictionary.isEmpty()) {
      Path path = outputs.models().resolve(ClassPathPacks.dictionaryResource(dictionary.number()));
      write(path, dictionary.pack().bytes(Dictionary.NONE), packBytes);
    }
    newestPacks.entrySet().parallelStream()
        .forEach(
            pack -> {
              Path path = outputs.models().resolve(MODELS).resolve(pack.getKey() + ".pack");
              write(path, pack.getValue().bytes(dictionary), packBytes);
            });
  }

  /** Returns the names that do not follow from the ids, by id. */
  private Map<String, Object> irregularNames() {
    Map<String, Object> irregular = new TreeMap<>();
    namesById.forEach(
        (id, name) -> {
          if (!SmithyService.folder(id).equals(name)) {
            irregular.put(id, name);
          }
        });
    return irregular;
  }

  /** Returns the sources and which services come from them, for {@code Session.models()}. */
  private Map<String, Object> sources() {
    List<Object> rows = new ArrayList<>();
    for (ModelSource source : data.sources()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("artifact", source.coordinates());
      row.put("date", source.date().toString());
      row.put("sha256", source.sha256());
      rows.add(row);
    }
    Map<String, Object> dates = new TreeMap<>();
    data.dates().forEach((service, date) -> dates.put(service, date.toString()));
    Map<String, Object> sources = new LinkedHashMap<>();
    sources.put("sources", rows);
    sources.put("services", data.services());
    sources.put("dates", dates);
    return sources;
  }

  /** Reads the definitions of a service, adds derived ones, and checks them all. */
  private @Nullable ResourceDefinitions resources(ServiceModel model) {
    ResourceDefinitions written = definitions.of(model.name());
    ResourceDefinitions all = ServiceResources.derive(model, written);
    List<String> problems = all.problems(model);
    if (!problems.isEmpty()) {
      throw new ModelException(
          "the resources of "
              + model
              + " do not fit its model:\n  "
              + String.join("\n  ", problems),
          null);
    }
    if (all.types().isEmpty()) {
      return null;
    }
    resourceCounts.put(model.name(), all.types().size());
    derivedTypes.add(all.types().values().stream().filter(ResourceType::isDerived).count());
    return all;
  }

  /**
   * Prints what was compiled.
   *
   * @param out the writer to print to
   * @param withResourceCounts whether to print how many types of resources each service has
   */
  void report(PrintWriter out, boolean withResourceCounts) {
    data.notes().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "model packs: %,d services, %,d versions, %,d operations, %,d shapes;"
            + " %,d bytes, %,d bytes of older versions, and %,d bytes of documentation%n",
        newestPacks.size(),
        versions.sum(),
        operations.sum(),
        shapes.sum(),
        packBytes.sum(),
        olderBytes.sum(),
        docBytes.sum());
    int types = 0;
    for (Object count : resourceCounts.values()) {
      types += (Integer) count;
    }
    if (withResourceCounts) {
      out.println("types of resources by service: " + counts());
    }
    out.printf(
        Locale.ROOT,
        "resources: %,d types in %,d services, %,d of them derived%n",
        types,
        resourceCounts.size(),
        derivedTypes.sum());
    out.flush();
  }

  /** Returns the number of types of each service that has any. */
  private String counts() {
    StringJoiner text = new StringJoiner(", ");
    resourceCounts.forEach((service, count) -> text.add(service + " " + count));
    return text.toString();
  }

  private static void write(Path path, byte[] content, LongAdder count) {
    try {
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(path, content);
      count.add(content.length);
    } catch (IOException e) {
      throw new ModelException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }
}
