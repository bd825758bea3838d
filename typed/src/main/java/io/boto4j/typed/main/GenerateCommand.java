package io.boto4j.typed.main;

import io.boto4j.model.ModelLoader;
import io.boto4j.typed.generate.Choice;
import io.boto4j.typed.generate.ChoiceException;
import io.boto4j.typed.generate.GeneratedFiles;
import io.boto4j.typed.generate.Generator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand that writes sources for chosen operations of a service. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Writes Java sources for chosen operations of a service.")
final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service, such as rds.")
  private String service = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "OPERATION",
      description = "The operations, such as DescribeDBInstances.")
  private List<String> operations = new ArrayList<>();

  @Option(names = "--all", description = "Generate every operation of the service.")
  private boolean all;

  @Option(
      names = "--package",
      required = true,
      paramLabel = "NAME",
      description = "The package of the sources, such as com.acme.rds.")
  private String packageName = "";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder of sources, such as src/main/java; default: the current one.")
  private Path output = Path.of("");

  @Option(
      names = "--api-version",
      paramLabel = "VERSION",
      defaultValue = "",
      description = "The API version of the service; default: the newest.")
  private String apiVersion = "";

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "A folder of models, searched before the built-in ones; may be repeated.")
  private List<Path> models = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (operations.isEmpty() == !all) {
      throw misuse(
          all
              ? "Name operations or give --all, not both."
              : "No operation is named. Name some, or give --all for every operation of "
                  + service
                  + ".");
    }
    for (Path folder : models) {
      if (!Files.isDirectory(folder)) {
        throw misuse("--models: there is no folder " + folder);
      }
    }
    Map<String, String> sources = generated();
    print(GeneratedFiles.write(sources, packageName, output));
    return 0;
  }

  private Map<String, String> generated() {
    try {
      return new Generator(ModelLoader.of(models))
          .generate(new Choice(service, operations, all, apiVersion, packageName));
    } catch (ChoiceException e) {
      throw misuse(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private void print(List<Path> files) throws IOException {
    PrintWriter out = command.commandLine().getOut();
    long sum = 0;
    for (Path file : files) {
      long size = Files.size(file);
      sum += size;
      out.println(file + " " + size);
    }
    out.println(files.size() + " files, " + sum + " bytes");
    out.flush();
  }
}
