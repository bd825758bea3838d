package io.boto4j.modelcompiler;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.pack.ClassPathPacks;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command that compiles every service in a folder in botocore's layout into model packs.
 *
 * <p>It writes three folders: the packs that a program needs at run time, those of older API
 * versions, and the documentation. The first goes on the class path, in place of {@code
 * boto4j-models}.
 *
 * <pre>{@code
 * java -cp … io.boto4j.modelcompiler.ModelCompiler botocore/data \
 *     --models out/models --older out/older --docs out/docs
 * }</pre>
 */
@Command(
    name = "model-compiler",
    mixinStandardHelpOptions = true,
    description = "Compiles botocore-format service models into model packs.")
public final class ModelCompiler implements Callable<Integer> {
  private static final String MODELS = "META-INF/boto4j/models";
  private static final String DOCS = "META-INF/boto4j/docs";
  private static final List<String> ROOT_FILES =
      List.of("partitions", "endpoints", "sdk-default-configuration", "_retry");

  @Parameters(
      paramLabel = "DATA",
      description = "The folder to read: SERVICE/VERSION/service-2.json and the other files there.")
  private @Nullable Path data;

  @Option(names = "--models", required = true, description = "The folder to write the packs to.")
  private @Nullable Path models;

  @Option(
      names = "--docs",
      description = "The folder to write documentation packs to; none are written without it.")
  private @Nullable Path docs;

  @Option(
      names = "--older",
      required = true,
      description = "The folder to write the packs of older API versions to.")
  private @Nullable Path older;

  @Option(
      names = "--resources",
      description =
          "The folder with definitions of resources, SERVICE.txt; without it, all are derived.")
  private @Nullable Path resources;

  @Option(
      names = "--resource-counts",
      negatable = true,
      description = "Whether to print how many types of resources each service has.")
  private boolean printsResourceCounts;

  @Spec private @Nullable CommandSpec command;

  private final LongAdder operations = new LongAdder();
  private final LongAdder shapes = new LongAdder();
  private final LongAdder packBytes = new LongAdder();
  private final LongAdder olderBytes = new LongAdder();
  private final LongAdder docBytes = new LongAdder();

  /** The number of types by service, of the services that have any. */
  private final ConcurrentSkipListMap<String, Object> resourceCounts =
      new ConcurrentSkipListMap<>();

  /** The newest version of each service; none is written before their dictionary is known. */
  private final ConcurrentSkipListMap<String, PackFile> newestPacks = new ConcurrentSkipListMap<>();

  private final LongAdder derivedTypes = new LongAdder();

  private ModelCompiler() {}

  /**
   * Runs the command. Ends the process only after a failure, so that a build can call this method
   * within its own process.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    int status = run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Runs the command.
   *
   * @param arguments the command line
   * @return 0 after success, 1 if a model cannot be compiled, 2 for an invalid command line
   */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new ModelCompiler());
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          failed.getErr().println("model-compiler: " + failure.getMessage());
          return 1;
        });
    return line.execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    Path from = given(data);
    if (!Files.isDirectory(from)) {
      throw new ModelException("not a folder: " + from, null);
    }
    ModelLoader loader = ModelLoader.of(List.of(from));
    Map<String, Object> newest = new TreeMap<>();
    Map<String, Object> olderVersions = new TreeMap<>();
    List<String> services = new ArrayList<>();
    for (String service : loader.services()) {
      List<String> versions = loader.apiVersions(service);
      int last = versions.size() - 1;
      newest.put(service, versions.subList(last, last + 1));
      if (last > 0) {
        olderVersions.put(service, versions.subList(0, last));
      }
      services.add(service);
    }
    if (services.isEmpty()) {
      throw new ModelException("no SERVICE/VERSION/service-2.json below " + from, null);
    }
    services.parallelStream().forEach(service -> compile(from, service));
    Path folder = given(models).resolve(MODELS);
    write(folder.resolve("index.pack"), PackWriter.value(newest), packBytes);
    if (!olderVersions.isEmpty()) {
      Path olderIndex = given(older).resolve(MODELS).resolve("older.pack");
      write(olderIndex, PackWriter.value(olderVersions), olderBytes);
    }
    Path root = folder.resolve("root");
    writeNewest(root);
    write(root.resolve("resources.pack"), PackWriter.value(resourceCounts), packBytes);
    for (String file : ROOT_FILES) {
      Map<String, Object> content = loader.root(file);
      if (!content.isEmpty()) {
        write(root.resolve(file + ".pack"), PackWriter.value(content), packBytes);
      }
    }
    report(services.size(), olderVersions);
    return 0;
  }

  /** Uses a loader per service, so that a model can be collected once it is written. */
  private void compile(Path from, String service) {
    ModelLoader loader = ModelLoader.of(List.of(from));
    List<String> versions = loader.apiVersions(service);
    String newest = versions.get(versions.size() - 1);
    for (String version : versions) {
      ServiceModel model = loader.find(service, version);
      if (model == null) {
        throw new ModelException(service + " " + version + " disappeared while it was read", null);
      }
      if (!model.apiVersion().equals(version)) {
        throw new ModelException(
            service + ": folder " + version + " contains API version " + model.apiVersion(), null);
      }
      if (version.equals(newest)) {
        ResourceDefinitions defined = resources(model);
        String text = defined == null ? null : defined.toString();
        newestPacks.put(service, PackWriter.service(model, text));
      } else {
        Path path = given(older).resolve(MODELS).resolve(service).resolve(version + ".pack");
        write(path, PackWriter.service(model, null).bytes(Dictionary.NONE), olderBytes);
      }
      if (docs != null) {
        write(
            docs.resolve(DOCS).resolve(service).resolve(version + ".pack"),
            PackWriter.documentation(model.documentation()),
            docBytes);
      }
      operations.add(model.operationNames().size());
      shapes.add(model.shapeNames().size());
    }
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
      Path path = given(models).resolve(ClassPathPacks.dictionaryResource(dictionary.number()));
      write(path, dictionary.pack().bytes(Dictionary.NONE), packBytes);
    }
    newestPacks.entrySet().parallelStream()
        .forEach(
            pack -> {
              Path path = given(models).resolve(MODELS).resolve(pack.getKey() + ".pack");
              write(path, pack.getValue().bytes(dictionary), packBytes);
            });
  }

  /** Reads the definitions of a service, adds derived ones, and checks them all. */
  private @Nullable ResourceDefinitions resources(ServiceModel model) {
    Path file = resources == null ? null : resources.resolve(model.name() + ".txt");
    ResourceDefinitions written = null;
    if (file != null && Files.isRegularFile(file)) {
      try {
        written = ResourceDefinitions.parse(file.toString(), Files.readString(file));
      } catch (IOException e) {
        throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
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

  private void report(int services, Map<String, Object> olderVersions) {
    int versions = services;
    for (Object each : olderVersions.values()) {
      versions += ((List<?>) each).size();
    }
    PrintWriter out = given(command).commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "model packs: %,d services, %,d versions, %,d operations, %,d shapes;"
            + " %,d bytes, %,d bytes of older versions, and %,d bytes of documentation%n",
        services,
        versions,
        operations.sum(),
        shapes.sum(),
        packBytes.sum(),
        olderBytes.sum(),
        docBytes.sum());
    int types = 0;
    for (Object count : resourceCounts.values()) {
      types += (Integer) count;
    }
    if (printsResourceCounts) {
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

  /** Picocli sets required options, which the null checker cannot know. */
  private static <T> T given(@Nullable T option) {
    if (option == null) {
      throw new IllegalStateException("run through main");
    }
    return option;
  }
}
