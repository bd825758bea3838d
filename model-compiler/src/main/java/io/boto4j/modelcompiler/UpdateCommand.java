package io.boto4j.modelcompiler;

import io.boto4j.model.ModelException;
import io.boto4j.modelcompiler.change.ModelChanges;
import io.boto4j.modelcompiler.source.Artifacts;
import io.boto4j.modelcompiler.source.MavenArtifacts;
import io.boto4j.modelcompiler.source.ModelData;
import io.boto4j.modelcompiler.source.ModelSource;
import io.boto4j.modelcompiler.source.ServiceDates;
import io.boto4j.modelcompiler.source.SourcesFile;
import io.boto4j.modelcompiler.source.SourcesUpdate;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code update}. */
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    description =
        "Looks for newer models: writes newer versions to the sources file, and prints what changed.")
final class UpdateCommand implements Callable<Integer> {
  private static final String DEFAULT_SOURCES = "sources.txt";
  private static final String DEFAULT_DATES = "sources-dates.txt";

  @Option(
      names = "--sources",
      required = true,
      paramLabel = "FILE",
      description =
          "The file that pins the artifacts. If it does not exist, it is created with the sources"
              + " of this release.")
  private Path sources = Path.of("");

  @Option(
      names = "--add",
      paramLabel = "SERVICE=GROUP:NAME",
      description =
          "An artifact with a Smithy model to add to the file, such as"
              + " sqs=software.amazon.api.models:sqs.")
  private List<String> additions = new ArrayList<>();

  @Option(names = "--dry-run", description = "Whether to leave the file as it is.")
  private boolean dryRun;

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      defaultValue = "boto4j-model-sources",
      description = "The folder to unpack artifacts to: ${DEFAULT-VALUE}.")
  private Path work = Path.of("");

  @Mixin private RepositoryOptions repository = new RepositoryOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    if (!Files.exists(sources)) {
      create(out);
    }
    SourcesFile file = SourcesFile.read(sources);
    try (MavenArtifacts artifacts = repository.open()) {
      update(file, artifacts, out);
    }
    return 0;
  }

  private void update(SourcesFile file, Artifacts artifacts, PrintWriter out) throws IOException {
    List<ModelSource> before = file.sources();
    List<ModelSource> after = SourcesUpdate.newest(before, additions, artifacts);
    SourcesUpdate.describe(before, after).forEach(out::println);
    ServiceDates dates = ServiceDates.read(ServiceDates.fileOf(sources));
    ModelData newer;
    if (after.equals(before)) {
      newer = ModelData.of(after, dates, artifacts, work);
      out.println("every artifact is the newest one");
    } else {
      Path workBefore = work.resolve("before");
      ModelData older = ModelData.of(before, dates, artifacts, workBefore);
      // Unpacks the base, with whose files the dates are compared.
      ModelData.of(after.subList(0, 1), dates, artifacts, work);
      dates =
          dates.after(
              before.get(0), ModelData.base(workBefore), after.get(0), ModelData.base(work));
      newer = ModelData.of(after, dates, artifacts, work);
      ModelChanges.between(older::loader, newer::loader).print(out);
      if (!dryRun) {
        file.with(after).write(sources);
        dates.write(ServiceDates.fileOf(sources));
        out.println();
        out.println("written: " + sources);
      }
    }
    Outputs outputs = output.outputs();
    if (outputs != null) {
      Compilation compilation = new Compilation(newer, outputs, output.definitions());
      compilation.run();
      compilation.report(out, output.printsResourceCounts());
    } else {
      newer.notes().forEach(out::println);
    }
    out.flush();
  }

  private void create(PrintWriter out) throws IOException {
    copy(DEFAULT_SOURCES, sources);
    copy(DEFAULT_DATES, ServiceDates.fileOf(sources));
    out.println("created: " + sources);
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = UpdateCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ModelException("the compiler was built without " + resource, null);
      }
      Files.copy(in, file);
    }
  }
}
