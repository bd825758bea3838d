package io.boto4j.modelcompiler;

import io.boto4j.modelcompiler.source.MavenArtifacts;
import io.boto4j.modelcompiler.source.ModelData;
import io.boto4j.modelcompiler.source.ServiceDates;
import io.boto4j.modelcompiler.source.SourcesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code compile}. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = "Compiles models into packs.")
final class CompileCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      defaultValue = "boto4j-model-sources",
      description =
          "The folder to unpack artifacts and write intermediate files to: ${DEFAULT-VALUE}.")
  private Path work = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "ID=NAME",
      description =
          "The name of the service with an id in a Smithy model, such as"
              + " \"API Gateway=apigateway\"; without it, that id in lower case with hyphens.")
  private Map<String, String> names = new LinkedHashMap<>();

  @Mixin private RepositoryOptions repository = new RepositoryOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec command = CommandSpec.create();

  /** The models to compile. */
  static final class Input {
    @Option(
        names = "--sources",
        paramLabel = "FILE",
        description = "The file that pins the artifacts with the models.")
    private @Nullable Path sources;

    @Parameters(
        paramLabel = "DATA",
        description =
            "A folder with SERVICE/VERSION/service-2.json, or Smithy models: files in JSON, or"
                + " jars that contain them.")
    private @Nullable List<Path> data;
  }

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs();
    if (outputs == null) {
      throw new ParameterException(command.commandLine(), "Missing required option: --models");
    }
    Compilation compilation = new Compilation(data(), outputs, output.definitions());
    compilation.run();
    compilation.report(command.commandLine().getOut(), output.printsResourceCounts());
    return 0;
  }

  private ModelData data() {
    if (input.sources == null) {
      return ModelData.ofFiles(input.data == null ? List.of() : input.data, names, work);
    }
    try (MavenArtifacts artifacts = repository.open()) {
      return ModelData.of(
          SourcesFile.read(input.sources).sources(),
          ServiceDates.read(ServiceDates.fileOf(input.sources)),
          artifacts,
          work);
    }
  }
}
